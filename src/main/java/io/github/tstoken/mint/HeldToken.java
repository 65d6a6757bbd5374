package io.github.tstoken.mint;

import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token that was handed out and may still be good.
 *
 * @param share who may have it
 * @param token the token, which has an end
 * @param reusableUntil until when it may be handed out again, by our clock: half of its life remains, and the page that gets it
 *     does not ask for another one at once
 * @param vouchedAt when ThoughtSpot last said that it is good
 */
record HeldToken(Share share, LoginToken token, Instant reusableUntil, Instant vouchedAt) {
    /** So long before the end of the token that it has, the embedded page wants another one. */
    private static final Duration REFRESHED_BEFORE_END = Duration.ofSeconds(30);
    /** For clocks that differ. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** A token that came just now. Its life is counted from here, since ThoughtSpot's clock may differ from ours. */
    static HeldToken of(Share share, LoginToken token, Instant now) {
        return new HeldToken(share, token, now.plus(reuse(Duration.between(token.issuedAt(), end(token)))), now);
    }

    /** A token for one order alone, which is kept for no more than to be ended with the sign-in. */
    static HeldToken ofOneOrder(Share share, LoginToken token, Instant now) {
        return new HeldToken(share, token, now, now);
    }

    /** A page that wants another token must not get the same again, unless every token is near its end from the beginning. */
    private static Duration reuse(Duration life) {
        Duration half = life.dividedBy(2);
        Duration useful = life.minus(REFRESHED_BEFORE_END).minus(MARGIN);
        boolean alwaysNearItsEnd = life.compareTo(REFRESHED_BEFORE_END) <= 0;
        return alwaysNearItsEnd || half.compareTo(useful) < 0 ? half : useful;
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

    Instant end() {
        return end(token);
    }

    private static Instant end(LoginToken token) {
        return token.expiresAt().orElseThrow();
    }
}
