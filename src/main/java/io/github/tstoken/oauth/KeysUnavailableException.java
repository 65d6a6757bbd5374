package io.github.tstoken.oauth;

/** The keys of the issuer are not to be had, so that nobody can say whether a token is valid. */
public final class KeysUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String message) {
        super(message);
    }
}
