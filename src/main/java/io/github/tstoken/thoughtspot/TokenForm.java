package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a login token may look like. Browsers put it into headers and forms, so nothing else is let through. */
final class TokenForm {
    private static final int MAX_LENGTH = 8192;

    /**
     * REST v1 answers a bare text, so the form is all that tells a token from an error page or a word such as {@code null}:
     * the characters of a bearer token (RFC 6750, 2.1), and more of them than such a word has.
     */
    private static final Pattern V1 = Pattern.compile("[A-Za-z0-9._~+/=-]{16,8192}");

    private TokenForm() {}

    /** REST v2: printable ASCII without white space, at most 8 KiB. */
    static Optional<Secret> v2(String text) {
        boolean fits =
                !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(TokenForm::isVisible);
        return fits ? Optional.of(Secret.of(text)) : Optional.empty();
    }

    private static boolean isVisible(int letter) {
        return letter > ' ' && letter < 0x7f;
    }

    /** A token, after one line break at the end was dropped. */
    static Optional<Secret> v1(String text) {
        String token = text.replaceFirst("\\r?\\n\\z", "");
        return V1.matcher(token).matches() ? Optional.of(Secret.of(token)) : Optional.empty();
    }
}
