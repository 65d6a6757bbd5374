package io.github.tstoken.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** A file that has one value. */
final class SecretFile {
    private static final int MAX_KIBIBYTES = 64;

    private SecretFile() {}

    /** The content without one trailing line break, which editors and {@code echo} add; empty when the file is. */
    static String read(Path file) throws RejectedValueException {
        String text = FileText.read(file, MAX_KIBIBYTES);
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether everybody on this machine may read the file; false where permissions are not those of POSIX. */
    static boolean isWorldReadable(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        try {
            return view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            // It was read a moment ago; permissions that cannot be seen are nothing to warn of.
            return false;
        }
    }
}
