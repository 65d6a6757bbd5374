package io.github.tstoken.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Attribute-based access control: which values a custom token gives to ThoughtSpot's formula variables.
 *
 * @param persist what becomes of the values that a user has already
 * @param variables where the values of each variable come from
 * @param optional the variables that may have no value
 */
public record AbacConfig(PersistOption persist, Map<String, AttributeExpression> variables, Set<String> optional) {
    public AbacConfig {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        optional = Set.copyOf(optional);
    }

    /** ThoughtSpot's {@code persist_option}, in its spelling. */
    public enum PersistOption {
        /** A user has the values of the newest token, and no others. */
        REPLACE,
        /** A user has the values of every token so far. */
        APPEND
    }

    Stream<AttributeExpression> expressions() {
        return variables.values().stream();
    }
}
