package io.github.tstoken.thoughtspot;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What ThoughtSpot is asked for, with everything that changes the rights of the token. Only the policy makes one.
 *
 * @param username the ThoughtSpot user, exactly
 * @param org the Org that the token is for; empty lets ThoughtSpot choose
 * @param object the one Liveboard or visualization that the token opens; empty for the person's full rights
 * @param variables the values that a custom token gives to variables; empty for other tokens
 * @param provisioning how the user is made when there is none; empty when none is made
 * @param validity the life asked for (REST v2 only)
 */
public record TokenRequest(
        String username,
        OptionalInt org,
        Optional<Guid> object,
        Optional<VariableValues> variables,
        Optional<Provisioning> provisioning,
        Duration validity) {
    public TokenRequest {
        if (object.isPresent() && variables.isPresent()) {
            throw new IllegalArgumentException("a token of one object sets no variables");
        }
    }

    /** A token that sets no variables, for a user that there is. */
    public TokenRequest(String username, OptionalInt org, Optional<Guid> object, Duration validity) {
        this(username, org, object, Optional.empty(), Optional.empty(), validity);
    }

    /** The kind of token, in the words of ThoughtSpot's operations: {@code full}, {@code object} or {@code custom}. */
    public String kind() {
        return isCustom() ? "custom" : object.isPresent() ? "object" : "full";
    }

    boolean isCustom() {
        return variables.isPresent();
    }
}
