package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the container knows of a person besides the name: the roles and session attributes that the configuration names. */
final class CallerFacts {
    private final Set<String> roles;
    private final Set<String> sessionAttributes;

    CallerFacts(Set<String> roles, Set<String> sessionAttributes) {
        this.roles = Set.copyOf(roles);
        this.sessionAttributes = Set.copyOf(sessionAttributes);
    }

    Caller caller(String name, String source, HttpServletRequest request) {
        return new Caller(name, source, rolesOf(request), Map.of(), attributesOf(request));
    }

    private Set<String> rolesOf(HttpServletRequest request) {
        return roles.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, List<String>> attributesOf(HttpServletRequest request) {
        if (sessionAttributes.isEmpty()) {
            return Map.of();
        }
        // false: a service that reads sign-ins must not make sessions
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Map.of();
        }
        Map<String, List<String>> values = new HashMap<>();
        for (String attribute : sessionAttributes) {
            Object value = session.getAttribute(attribute);
            if (value != null) {
                values.put(attribute, SessionValues.of(attribute, value));
            }
        }
        return values;
    }
}
