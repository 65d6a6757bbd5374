package io.github.tstoken.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The place that something is encrypted for: the associated data of the AEAD. */
final class Place {
    private Place() {}

    /** A place by its parts, each with its length, so that no two places are written alike. */
    static byte[] of(String... parts) {
        ByteArrayOutputStream place = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            place.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            place.writeBytes(bytes);
        }
        return place.toByteArray();
    }
}
