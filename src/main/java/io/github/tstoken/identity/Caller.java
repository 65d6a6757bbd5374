package io.github.tstoken.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The person who is signed in, as the server knows it. Nothing of it was said by the browser.
 *
 * @param name the principal's name, exactly; may be empty when the source gave no name
 * @param source the name of the identity source that answered
 * @param roles the roles that the person has, of those that the configuration names
 * @param claims what the sign-in says of the person, by claim name
 * @param sessionAttributes the session attributes that the configuration names, by attribute name
 */
public record Caller(
        String name,
        String source,
        Set<String> roles,
        Map<String, List<String>> claims,
        Map<String, List<String>> sessionAttributes) {
    public Caller {
        roles = Set.copyOf(roles);
        claims = copy(claims);
        sessionAttributes = copy(sessionAttributes);
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
