package io.github.tstoken.thoughtspot;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What ThoughtSpot is asked for. Only the policy makes one.
 *
 * @param username the ThoughtSpot user, exactly
 * @param org the Org that the token is for; empty lets ThoughtSpot choose
 * @param object the one Liveboard or visualization that the token opens; empty for the person's full rights
 * @param validity the life asked for (REST v2 only)
 */
public record TokenRequest(String username, OptionalInt org, Optional<Guid> object, Duration validity) {
    /** The kind of token, in the words of ThoughtSpot's operations: {@code full} or {@code object}. */
    public String kind() {
        return object.isPresent() ? "object" : "full";
    }
}
