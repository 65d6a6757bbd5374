package io.github.tstoken.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * A type of value: what is allowed, in words, and how a text becomes a value.
 *
 * @param allowed completes "must be ...", for messages and for the documentation
 * @param hasLines whether a line break may be part of the text
 * @param parser makes the value
 */
record ValueType<T>(String allowed, boolean hasLines, Parser<T> parser) {

    /** A type of one line. */
    ValueType(String allowed, Parser<T> parser) {
        this(allowed, false, parser);
    }

    /** Makes a value of a text that has no unprintable character. */
    interface Parser<T> {
        T parse(String text) throws RejectedValueException;
    }

    /** A type whose only message is that the value must be what is allowed; empty means that it is not. */
    static <T> ValueType<T> of(String allowed, Function<String, Optional<T>> reading) {
        return new ValueType<>(
                allowed,
                text -> reading.apply(text).orElseThrow(() -> new RejectedValueException("must be " + allowed)));
    }

    T parse(String text) throws RejectedValueException {
        String line = hasLines ? text.replaceAll("\\R", " ") : text;
        if (line.codePoints().anyMatch(ValueType::isUnprintable)) {
            throw new RejectedValueException("has a line break, a control character or an invisible character");
        }
        return parser.parse(text);
    }

    /** Such a character is never meant, could forge a line of the log, and hides a mistake from the eye. */
    static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
