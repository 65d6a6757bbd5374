package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The source {@code oidc}: who signed in at the OpenID Provider in this session. */
final class OidcResolver implements CallerResolver {
    static final String NAME = OidcSession.SOURCE;

    private final ClaimedPerson persons;
    private final SignInWatch watch;

    OidcResolver(ClaimedPerson persons, SignInWatch watch) {
        this.persons = persons;
        this.watch = watch;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        return OidcSession.of(request).filter(watch::goesOn).map(this::caller);
    }

    private Caller caller(OidcSignIn signIn) {
        Caller caller = persons.of(signIn.claims(), NAME);
        return caller.in(Optional.of(SignInIds.signIn(signIn.id(), caller)));
    }
}
