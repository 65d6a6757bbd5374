package io.github.tstoken.standin;

import java.time.Instant;
import java.util.Optional;

/**
 * A login token that the stand-in minted.
 *
 * @param value the token as it was handed out
 * @param api the REST API that minted it
 * @param username whose it is
 * @param org the Org that it is for
 * @param object the one object that it opens; empty for the user's full rights
 * @param createdAt when it was minted
 * @param expiresAt when it ends; empty for a v1 token that no other has followed yet
 * @param revoked whether it was revoked
 */
public record Token(
        String value,
        Api api,
        String username,
        int org,
        Optional<String> object,
        Instant createdAt,
        Optional<Instant> expiresAt,
        boolean revoked) {

    /** The generation of the REST API that minted a token. */
    public enum Api {
        /** Good for a sign-in only. */
        V1,
        /** Good for a sign-in and as a bearer token. */
        V2
    }

    /** ThoughtSpot's name of the token's rights. */
    public String accessType() {
        return object.isPresent() ? "REPORT_BOOK_VIEW" : "FULL";
    }

    /** Whether the token is good for anything at this time. */
    public boolean isActiveAt(Instant now) {
        return !revoked && expiresAt.map(now::isBefore).orElse(true);
    }

    Token endingAt(Instant end) {
        return new Token(value, api, username, org, object, createdAt, Optional.of(end), revoked);
    }

    Token asRevoked() {
        return new Token(value, api, username, org, object, createdAt, expiresAt, true);
    }
}
