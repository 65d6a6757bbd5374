package io.github.tstoken.identity;

import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.oauth.InvalidTokenException;
import io.github.tstoken.oauth.JwtVerifier;
import io.github.tstoken.oauth.KeysUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The source {@code jwt}: whom a token of the configured issuer names. */
final class JwtResolver implements CallerResolver {
    static final String NAME = "jwt";

    private final JwtConfig config;
    private final ClaimedPerson persons;
    private final JwtVerifier verifier;

    /**
     * The source.
     *
     * @param roles the roles that the configuration names
     */
    JwtResolver(JwtConfig config, Set<String> roles, JwtVerifier verifier) {
        this.config = config;
        this.persons = new ClaimedPerson(config.usernameClaim(), config.rolesClaim(), roles);
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        List<String> tokens = BearerTokens.of(request, config.headers());
        if (tokens.size() > 1) {
            throw new InvalidCredentialException("More than one token came with the request.");
        }
        return tokens.stream().findFirst().map(this::caller);
    }

    private Caller caller(String jwt) {
        Caller caller = persons.of(verified(jwt), NAME);
        return caller.in(Optional.of(SignInIds.signIn(Fingerprint.of("jwt", jwt), caller)));
    }

    private Claims verified(String jwt) {
        try {
            return verifier.verify(jwt);
        } catch (InvalidTokenException invalid) {
            throw new InvalidCredentialException("The token is not valid: " + invalid.getMessage() + ".");
        } catch (KeysUnavailableException unknown) {
            throw new IdentityUnavailableException("no token can be verified", unknown);
        }
    }
}
