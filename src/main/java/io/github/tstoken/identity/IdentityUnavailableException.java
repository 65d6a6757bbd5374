package io.github.tstoken.identity;

/** Who is asking could not be found out. Not the same as nobody being signed in. */
public final class IdentityUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to find out.
     *
     * @param message for our log only
     */
    public IdentityUnavailableException(String message) {
        super(message);
    }

    /**
     * A failure to find out, with its cause.
     *
     * @param message for our log only
     */
    public IdentityUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
