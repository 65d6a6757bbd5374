package io.github.tstoken.operations;

/** The beginning of a text that is not ours, short enough that a line of the audit log stays below 1 KiB. */
final class Excerpt {
    private static final int LONGEST_WRITTEN = 256;
    private static final int LONGEST_ESCAPE = "\\u0000".length();

    private Excerpt() {}

    static String of(String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            written += isPlain(text.charAt(i)) ? 1 : LONGEST_ESCAPE;
            if (written > LONGEST_WRITTEN) {
                return text.substring(0, i) + "...";
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
    }
}
