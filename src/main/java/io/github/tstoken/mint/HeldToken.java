package io.github.tstoken.mint;

import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token that was handed out and may still be good.
 *
 * @param share who may have it
 * @param token the token, which has an end
 * @param reusableUntil until when half of its life remains, by our clock, and more than the SDK refuses to work with
 * @param vouchedAt when ThoughtSpot last said that it is good
 */
record HeldToken(Share share, LoginToken token, Instant reusableUntil, Instant vouchedAt) {
    /** The embedded page wants another token 30 s before the end of the one that it has. */
    private static final Duration REFRESHED_BEFORE_END = Duration.ofSeconds(45);

    /** A token that came just now. Its life is counted from here, since ThoughtSpot's clock may differ from ours. */
    static HeldToken of(Share share, LoginToken token, Instant now) {
        Duration life = Duration.between(token.issuedAt(), end(token));
        Duration half = life.dividedBy(2);
        Duration useful = life.minus(REFRESHED_BEFORE_END);
        return new HeldToken(share, token, now.plus(half.compareTo(useful) < 0 ? half : useful), now);
    }

    boolean isReusable(Share others, Instant now) {
        return share.equals(others) && now.isBefore(reusableUntil) && isAlive(now);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(end(token));
    }

    HeldToken vouchedFor(Instant now) {
        return new HeldToken(share, token, reusableUntil, now);
    }

    int length() {
        return token.value().reveal().length();
    }

    private static Instant end(LoginToken token) {
        return token.expiresAt().orElseThrow();
    }
}
