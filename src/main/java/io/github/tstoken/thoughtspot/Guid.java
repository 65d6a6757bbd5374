package io.github.tstoken.thoughtspot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a ThoughtSpot object, in lower case.
 *
 * @param value 36 characters, {@code 8-4-4-4-12} hexadecimal digits
 */
public record Guid(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Guid {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a GUID");
        }
    }

    /** The id that a text in either case means, or empty when it is no GUID. */
    public static Optional<Guid> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new Guid(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
