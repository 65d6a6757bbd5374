package io.github.tstoken.policy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What a text must be like to be a name at all. A name that passes is used byte for byte: never trimmed, never normalized. */
final class NameRules {
    /** The longest name, in UTF-16 units. It also bounds the work of every pattern. */
    static final int MAX_LENGTH = 256;

    private NameRules() {}

    static boolean acceptable(String name) {
        // the length comes first: everything after it looks at each character
        return name.length() <= MAX_LENGTH
                && !name.isBlank()
                && StandardCharsets.UTF_8.newEncoder().canEncode(name)
                && name.codePoints().noneMatch(NameRules::steersText)
                && Normalizer.isNormalized(name, Normalizer.Form.NFC);
    }

    /** Controls, line breaks and bidirectional controls: with them a name reads differently from what it is. */
    private static boolean steersText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBidirectionalControl(character);
        };
    }

    private static boolean isBidirectionalControl(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
