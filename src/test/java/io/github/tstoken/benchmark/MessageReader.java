package io.github.tstoken.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads HTTP/1.1 messages that have a {@code Content-Length} and come one after the other, with as little work as possible. */
final class MessageReader {
    private static final String HEAD_END = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length:";

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];

    MessageReader(InputStream in) {
        this.in = in;
    }

    /** The head of the next message in lower case, once its body was read too; empty when the connection has ended. */
    Optional<String> next() throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return Optional.empty();
            }
            filled += read;
            String text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
            int end = text.indexOf(HEAD_END);
            if (end >= 0) {
                String head = text.substring(0, end).toLowerCase(Locale.ROOT);
                in.skipNBytes(end + HEAD_END.length() + bodyLength(head) - filled);
                return Optional.of(head);
            }
        }
        throw new IOException("a head that is too long");
    }

    private static long bodyLength(String head) {
        int begin = head.indexOf(LENGTH);
        if (begin < 0) {
            return 0;
        }
        int end = head.indexOf('\r', begin + 1);
        return Long.parseLong(head.substring(begin + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }
}
