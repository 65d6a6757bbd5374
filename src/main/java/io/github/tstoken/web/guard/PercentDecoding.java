package io.github.tstoken.web.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** RFC 3986 section 2.1, strictly: every percent sign has two hexadecimal digits, and the bytes are UTF-8. */
final class PercentDecoding {
    private PercentDecoding() {}

    /** The decoded text, or empty when it is malformed. A plus sign stays a plus sign. */
    static Optional<String> decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7e || c < 0x21) {
                return Optional.empty();
            }
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                return Optional.empty();
            }
            bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
            i += 2;
        }
        return utf8(bytes.flip());
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
