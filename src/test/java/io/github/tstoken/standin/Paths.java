package io.github.tstoken.standin;

import java.util.List;
import java.util.stream.Stream;

/** The paths of the cluster. */
public final class Paths {
    /** REST v2: a token with all of the user's rights. */
    public static final String V2_FULL = "/api/rest/2.0/auth/token/full";

    /** REST v2: a token for one object. */
    public static final String V2_OBJECT = "/api/rest/2.0/auth/token/object";

    /** REST v2: a token that sets the values of variables. */
    public static final String V2_CUSTOM = "/api/rest/2.0/auth/token/custom";

    /** REST v2: whether a token is active. */
    public static final String V2_VALIDATE = "/api/rest/2.0/auth/token/validate";

    /** REST v2: the end of a token. */
    public static final String V2_REVOKE = "/api/rest/2.0/auth/token/revoke";

    /** REST v2: a token of a session, which lives a day. */
    public static final String V2_SESSION_TOKEN = "/api/rest/2.0/auth/session/token";

    /** REST v1: a token. */
    public static final String V1_TOKEN = "/callosum/v1/tspublic/v1/session/auth/token";

    /** REST v1: a sign-in with a token, as the SDK asks for it. */
    public static final String SDK_LOGIN = "/callosum/v1/session/login/token";

    /** Whether somebody is signed in, as the SDK asks for it. */
    public static final String IS_ACTIVE = "/callosum/v1/session/isactive";

    /** The three spellings under which REST v1 is found in ThoughtSpot's own material. */
    private static final List<String> V1_BASES = List.of("/callosum/v1/tspublic/v1", "/tspublic/v1", "/callosum/v1");

    private Paths() {}

    static Stream<String> v1(String operation) {
        return V1_BASES.stream().map(base -> base + operation);
    }
}
