package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;

/** The source {@code principal}: whom the container signed in. */
final class PrincipalResolver implements CallerResolver {
    static final String NAME = "principal";

    private final CallerFacts facts;

    PrincipalResolver(CallerFacts facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Optional.empty();
        }
        // a principal without a name is somebody signed in whom the policy refuses, not nobody
        String name = Objects.requireNonNullElse(principal.getName(), "");
        return Optional.of(facts.caller(name, NAME, request));
    }
}
