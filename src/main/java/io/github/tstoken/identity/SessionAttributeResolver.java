package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The source {@code session}: the name that the application put into its own session; for our filter inside it only. */
final class SessionAttributeResolver implements CallerResolver {
    static final String NAME = "session";

    private final String attribute;
    private final CallerFacts facts;

    SessionAttributeResolver(String attribute, CallerFacts facts) {
        this.attribute = attribute;
        this.facts = facts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.getAttribute(attribute))
                .map(value -> SessionValues.string(attribute, value))
                .map(name -> facts.caller(name, NAME, request));
    }
}
