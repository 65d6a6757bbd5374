package io.github.tstoken.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a whole file of bounded size as UTF-8. */
final class FileText {
    private FileText() {}

    static String read(Path file, int maxKibibytes) throws RejectedValueException {
        // A device or a pipe may never end.
        if (!Files.isRegularFile(file)) {
            throw new RejectedValueException("the file does not exist or is not a regular file");
        }
        byte[] bytes = bytes(file, maxKibibytes * 1024 + 1);
        if (bytes.length > maxKibibytes * 1024) {
            throw new RejectedValueException("the file is larger than " + maxKibibytes + " KiB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedValueException("the file is not UTF-8 text");
        }
    }

    private static byte[] bytes(Path file, int max) throws RejectedValueException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(max);
        } catch (IOException e) {
            throw new RejectedValueException("the file cannot be read");
        }
    }
}
