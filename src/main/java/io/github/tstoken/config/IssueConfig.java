package io.github.tstoken.config;

import java.time.Duration;

/**
 * How tokens are handed out.
 *
 * @param reuse whether a sign-in may get the same token again
 * @param reuseVerifyAfter how long ThoughtSpot's word that a token is good is believed; zero asks it every time
 * @param perUser mints that one person may cause in a minute; 0 for any number
 * @param trackSessions whether the service beside an application has a session of its own, tied to the single sign-on, by
 *     whose end it hears of the person's sign-out
 */
public record IssueConfig(Reuse reuse, Duration reuseVerifyAfter, int perUser, boolean trackSessions) {

    /** Who may get the same token again. */
    public enum Reuse {
        /** The sign-in that it was minted for. */
        SIGN_IN,
        /** Nobody. */
        OFF
    }
}
