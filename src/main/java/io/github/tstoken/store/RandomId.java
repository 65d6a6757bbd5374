package io.github.tstoken.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Something that nobody else has: 128 random bits, in hexadecimal digits. */
final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
