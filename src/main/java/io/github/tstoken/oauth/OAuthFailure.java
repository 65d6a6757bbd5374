package io.github.tstoken.oauth;

/** A step of OAuth 2.0 or OpenID Connect that gave nothing usable. The message is for our log: nothing that was received. */
public final class OAuthFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What that means. */
    public enum Kind {
        /** The answer is not the one to the flow that was begun, or what it brings proves nothing. */
        FLOW_INVALID,
        /** The person or the provider said no. */
        DENIED,
        /** The provider has ended the grant: {@code invalid_grant} or {@code invalid_token}. */
        GRANT_ENDED,
        /** The provider is down, slow or wrong, or does not accept this client: it says nothing of the person. */
        UNAVAILABLE
    }

    /**
     * A failure.
     *
     * @param detail what is wrong, in our own words
     */
    public OAuthFailure(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    /** What it means. */
    public Kind kind() {
        return kind;
    }
}
