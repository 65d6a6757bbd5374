package io.github.tstoken.config;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The id of an Org: a 32-bit integer that is not negative, in one spelling. */
public final class OrgId {
    /** What an id is, in words. */
    static final String FORM = "a whole number from 0 to " + Integer.MAX_VALUE;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    private OrgId() {}

    /** The id that a text is, or empty when it is none. */
    public static OptionalInt parse(String text) {
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
