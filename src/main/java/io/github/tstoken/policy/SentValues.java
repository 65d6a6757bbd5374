package io.github.tstoken.policy;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values of the sign-in that ThoughtSpot is sent as they are. A blank value is none; one that cannot be sent refuses. */
final class SentValues {
    /** The longest value, in UTF-16 units. */
    static final int MAX_LENGTH = 1024;

    private SentValues() {}

    /**
     * The values of an expression.
     *
     * @param key the key that has the expression, for the administrator
     * @throws RefusedException when one of them cannot be sent: without it the others would mean something else
     */
    static List<String> of(String key, AttributeExpression expression, Caller caller) {
        List<String> values = Attributes.values(expression, caller).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (!values.stream().allMatch(SentValues::canBeSent)) {
            throw new RefusedException(Refusal.MISSING_ATTRIBUTE, key + " gives a value that cannot be sent");
        }
        return values;
    }

    /**
     * The one value of an expression.
     *
     * @param key the key that has the expression, for the administrator
     * @throws RefusedException when there is none, or more than one
     */
    static String one(String key, AttributeExpression expression, Caller caller) {
        List<String> values = of(key, expression, caller);
        if (values.size() != 1) {
            throw new RefusedException(
                    Refusal.MISSING_ATTRIBUTE, key + (values.isEmpty() ? " has no value" : " has several values"));
        }
        return values.get(0);
    }

    private static boolean canBeSent(String value) {
        return value.length() <= MAX_LENGTH
                && StandardCharsets.UTF_8.newEncoder().canEncode(value)
                && value.codePoints().noneMatch(SentValues::breaksText);
    }

    private static boolean breaksText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
