package io.github.tstoken.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which ThoughtSpot user a person is.
 *
 * @param name where the user name comes from
 * @param pattern what the whole name must match; with {@code replacement} also what is replaced
 * @param replacement the new name, with {@code $1} for the pattern's groups
 * @param letterCase what is done with upper and lower case
 * @param map names by names; when present, somebody who is not in it has no ThoughtSpot user
 * @param allowed what the mapped name must match as a whole
 * @param denied mapped names that are refused besides ThoughtSpot's own accounts, compared without case
 * @param requiredRoles roles that a person must have, every one of them
 */
public record UserConfig(
        AttributeExpression name,
        Optional<Pattern> pattern,
        Optional<String> replacement,
        LetterCase letterCase,
        Optional<Map<String, String>> map,
        Optional<Pattern> allowed,
        Set<String> denied,
        Set<String> requiredRoles) {
    public UserConfig {
        map = map.map(Map::copyOf);
        denied = Set.copyOf(denied);
        requiredRoles = Set.copyOf(requiredRoles);
    }

    /** What is done with upper and lower case of a name. */
    public enum LetterCase {
        /** The name stays as it is. */
        AS_IS,
        /** The name is sent in lower case, by the rules of no language. */
        LOWER,
        /** The name is sent in upper case, by the rules of no language. */
        UPPER
    }
}
