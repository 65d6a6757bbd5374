package io.github.tstoken.policy;

import io.github.tstoken.config.AbacConfig;
import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.AttributeExpression.Source;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.VariableValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which values a person's custom token gives to variables. Whoever lacks a required one gets no token: ThoughtSpot
 * would use what an earlier token left on the user.
 */
final class VariableRule {
    /** How ThoughtSpot's values for "everything" and "nothing" begin. Only the configuration may name them. */
    private static final String WILDCARD = "TS_WILDCARD";

    private final AbacConfig config;

    VariableRule(AbacConfig config) {
        this.config = config;
    }

    /**
     * The values of a person.
     *
     * @throws RefusedException when a required variable has no value, or a value cannot be used
     */
    VariableValues decide(Caller caller) {
        Map<String, List<String>> values = new TreeMap<>();
        config.variables().forEach((name, expression) -> {
            List<String> ofVariable = values(key(name), expression, caller);
            if (!ofVariable.isEmpty()) {
                values.put(name, ofVariable);
            } else if (!config.optional().contains(name)) {
                throw new RefusedException(Refusal.MISSING_ATTRIBUTE, key(name) + " has no value");
            }
        });
        if (values.isEmpty()) {
            // To ThoughtSpot an empty list means that the user keeps the values of before.
            throw new RefusedException(Refusal.MISSING_ATTRIBUTE, "no variable has a value");
        }
        return new VariableValues(config.persist(), values);
    }

    private static List<String> values(String key, AttributeExpression expression, Caller caller) {
        List<String> values = SentValues.of(key, expression, caller);
        if (expression.source() != Source.VALUE && values.stream().anyMatch(VariableRule::isWildcard)) {
            throw new RefusedException(Refusal.MISSING_ATTRIBUTE, key + " gives a wildcard");
        }
        return values;
    }

    private static boolean isWildcard(String value) {
        return value.toUpperCase(Locale.ROOT).contains(WILDCARD);
    }

    private static String key(String name) {
        return "tstoken.abac.variables." + name;
    }
}
