package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a login token may look like. Browsers put it into headers and forms, so nothing else is let through. */
final class TokenForm {
    /** REST v2: printable ASCII without white space, at most 8 KiB. */
    private static final Pattern V2 = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    /**
     * REST v1 answers a bare text, so the form is all that tells a token from an error page or a word such as {@code null}:
     * the characters of a bearer token (RFC 6750, 2.1), and more of them than such a word has.
     */
    private static final Pattern V1 = Pattern.compile("[A-Za-z0-9._~+/=-]{16,8192}");

    private TokenForm() {}

    static Optional<Secret> v2(String text) {
        return V2.matcher(text).matches() ? Optional.of(Secret.of(text)) : Optional.empty();
    }

    /** A token, after one line break at the end was dropped. */
    static Optional<Secret> v1(String text) {
        String token = text.replaceFirst("\\r?\\n\\z", "");
        return V1.matcher(token).matches() ? Optional.of(Secret.of(token)) : Optional.empty();
    }
}
