package io.github.tstoken.config;

import java.time.Duration;

/**
 * How tokens are handed out.
 *
 * @param reuse whether a sign-in may get the same token again
 * @param reuseVerifyAfter how long ThoughtSpot's word that a token is good is believed; zero asks it every time
 * @param perUser mints that one person may cause in a minute; 0 for any number
 */
public record IssueConfig(Reuse reuse, Duration reuseVerifyAfter, int perUser) {

    /** Who may get the same token again. */
    public enum Reuse {
        /** The sign-in that it was minted for. */
        SIGN_IN,
        /** Nobody. */
        OFF
    }
}
