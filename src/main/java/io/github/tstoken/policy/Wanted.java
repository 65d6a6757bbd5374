package io.github.tstoken.policy;

import io.github.tstoken.thoughtspot.Guid;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the browser asks for. It can only narrow what the policy would give.
 *
 * @param purpose what the token is for
 * @param object the one Liveboard that is to be opened
 * @param org the Org that is asked for
 */
public record Wanted(Purpose purpose, Optional<Guid> object, OptionalInt org) {

    /** What a token is for. */
    public enum Purpose {
        /** The page's SDK gets it. */
        SDK,
        /** The server sends the browser to ThoughtSpot with it. */
        REDIRECT
    }
}
