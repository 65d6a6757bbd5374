package io.github.tstoken.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads what an application put into its session: strings only, for the text of any other object is not a value. */
final class SessionValues {
    private SessionValues() {}

    /**
     * The values of an attribute: one for a string, which is never split; several for a collection or an array.
     *
     * @throws IdentityUnavailableException when there is anything but strings
     */
    static List<String> of(String attribute, Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> string(attribute, each)).toList();
        }
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(each -> string(attribute, each)).toList();
        }
        return List.of(string(attribute, value));
    }

    /**
     * The one string that an attribute is.
     *
     * @throws IdentityUnavailableException when it is anything else
     */
    static String string(String attribute, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IdentityUnavailableException("session attribute '" + attribute + "' is not a string");
    }
}
