package io.github.tstoken.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param signIn which of the person's sign-ins this is, where that can be told; {@link Identification} finds it out
 */
public record Caller(
        String name,
        String source,
        Set<String> roles,
        Map<String, List<String>> claims,
        Map<String, List<String>> sessionAttributes,
        Optional<SignInId> signIn) {
    public Caller {
        roles = Set.copyOf(roles);
        claims = copy(claims);
        sessionAttributes = copy(sessionAttributes);
    }

    /** A person as a source of identity names one. */
    public Caller(
            String name,
            String source,
            Set<String> roles,
            Map<String, List<String>> claims,
            Map<String, List<String>> sessionAttributes) {
        this(name, source, roles, claims, sessionAttributes, Optional.empty());
    }

    /** The same person, of this source: a source of the application's cannot speak in another one's name. */
    Caller namedBy(String name) {
        return source.equals(name) ? this : new Caller(this.name, name, roles, claims, sessionAttributes, signIn);
    }

    /** The same person, in this sign-in. */
    Caller in(Optional<SignInId> which) {
        return new Caller(name, source, roles, claims, sessionAttributes, which);
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
