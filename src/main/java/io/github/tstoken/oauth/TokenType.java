package io.github.tstoken.oauth;

import java.util.Locale;

/** The kinds of token that a provider can be told to forget (RFC 7009 section 2.1). */
public enum TokenType {
    ACCESS_TOKEN,
    REFRESH_TOKEN;

    /** The value of {@code token_type_hint}. */
    public String hint() {
        return name().toLowerCase(Locale.ROOT);
    }
}
