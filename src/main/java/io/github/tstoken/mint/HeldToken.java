package io.github.tstoken.mint;

import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token that was handed out and may still be good.
 *
 * @param share who may have it
 * @param token the token, which has an end
 * @param halfLife until when half of its life remains, by our clock
 * @param vouchedAt when ThoughtSpot last said that it is good
 */
record HeldToken(Share share, LoginToken token, Instant halfLife, Instant vouchedAt) {

    /** A token that came just now. Its life is counted from here, since ThoughtSpot's clock may differ from ours. */
    static HeldToken of(Share share, LoginToken token, Instant now) {
        Duration life = Duration.between(token.issuedAt(), end(token));
        return new HeldToken(share, token, now.plus(life.dividedBy(2)), now);
    }

    boolean isReusable(Share others, Instant now) {
        return share.equals(others) && now.isBefore(halfLife) && isAlive(now);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(end(token));
    }

    HeldToken vouchedFor(Instant now) {
        return new HeldToken(share, token, halfLife, now);
    }

    int length() {
        return token.value().reveal().length();
    }

    private static Instant end(LoginToken token) {
        return token.expiresAt().orElseThrow();
    }
}
