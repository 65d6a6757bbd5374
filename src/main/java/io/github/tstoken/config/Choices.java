package io.github.tstoken.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types with a fixed set of words. */
final class Choices {
    static final ValueType<Boolean> TRUE_OR_FALSE = ValueType.of("true or false", text -> switch (text) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
    });

    private Choices() {}

    /** The constants of an enum, in lower case and with hyphens. */
    static <E extends Enum<E>> ValueType<E> of(Class<E> type) {
        return of(type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The constants of an enum, each by its own word. */
    static <E extends Enum<E>> ValueType<E> of(Class<E> type, Function<E, String> word) {
        E[] constants = type.getEnumConstants();
        String words = Arrays.stream(constants).map(word).collect(Collectors.joining(" or "));
        return ValueType.of(
                words,
                text -> Arrays.stream(constants)
                        .filter(constant -> word.apply(constant).equals(text))
                        .findFirst());
    }
}
