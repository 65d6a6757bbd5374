package io.github.tstoken.web.answer;

import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.policy.Refusal;
import java.util.Locale;

/** Every error that a client can see. The header {@code Problem} and RFC 9457's {@code type} carry the {@link #slug()}. */
public enum Problem {
    NOT_SIGNED_IN(401, "Nobody is signed in", "Sign in to the application, then ask again."),
    IDENTITY_UNAVAILABLE(503, "Who is signed in could not be found out", "Ask again later."),
    UNMAPPABLE_USER(403, "You have no ThoughtSpot user name", "Your name here cannot be made into one."),
    FORBIDDEN_USER(403, "Your ThoughtSpot user name is not allowed here", "Ask an administrator of the application."),
    NOT_ALLOWED(403, "This is not allowed", "You lack a role, or ask for more than the configuration gives."),
    NOT_YOUR_USERNAME(403, "That is not your user name", "A token is given only for the person who is signed in."),
    MISSING_ATTRIBUTE(403, "Your sign-in lacks something", "A value that ThoughtSpot needs is missing or not usable."),
    ORIGIN_REFUSED(403, "This page may not ask", "The request comes from another site that is not listed."),
    NOT_A_FETCH(403, "Only a page's script may ask", "A token is not for a browser tab, a frame or a prefetch."),
    CSRF(403, "A header is missing", "Send X-Requested-By, with any value: a form of another site cannot."),
    UNKNOWN_PARAMETER(400, "Unknown parameter", "The query has a parameter that does not exist here."),
    BAD_PARAMETER(400, "Bad parameter", "A parameter is missing, repeated or has a value that it cannot have."),
    BAD_TARGET(400, "Bad target", "No such content: ids are GUIDs and pages are plain names."),
    BAD_PATH(400, "Bad path", "The path has characters that no path here has."),
    NOT_FOUND(404, "Not found", "Nothing is at this path."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The header Allow lists the methods of this path."),
    UNSUPPORTED_MEDIA_TYPE(415, "Not the type that is taken here", "Send a form: application/x-www-form-urlencoded."),
    TOO_LARGE(413, "The request is too large", "A body here has at most 4 KiB, a logout token 16 KiB."),
    RATE_LIMITED(429, "Too many tokens for one person", "Ask again after the time in Retry-After."),
    OVERLOADED(503, "Too many requests wait", "Ask again in a moment."),
    UPSTREAM_UNREACHABLE(502, "ThoughtSpot cannot be reached", "Ask again later."),
    UPSTREAM_UNTRUSTED(502, "ThoughtSpot's certificate is not trusted", "An administrator must look at it."),
    UPSTREAM_TIMEOUT(504, "ThoughtSpot did not answer in time", "Ask again later."),
    UPSTREAM_INVALID(502, "ThoughtSpot's answer is not usable", "An administrator must look at it."),
    UPSTREAM_THROTTLED(503, "ThoughtSpot asks to slow down", "Ask again after the time in Retry-After."),
    UPSTREAM_REJECTED_SERVICE(502, "ThoughtSpot refuses this service", "An administrator must look at the secret key."),
    NO_THOUGHTSPOT_ACCOUNT(403, "You have no usable ThoughtSpot account", "Ask an administrator of ThoughtSpot."),
    FLOW_INVALID(400, "This did not begin here, or has ended", "Begin again, in this browser and within ten minutes."),
    FLOW_OWNER_CHANGED(403, "Somebody else is signed in now", "Begin again as the person who is to be connected."),
    UNKNOWN_PROVIDER(404, "There is no such provider", "The list of connections has those that there are."),
    NOT_CONNECTED(404, "You are not connected to this provider", "Connect first."),
    RECONNECT_NEEDED(409, "You have to connect to this provider again", "Connect again, where authorize_url leads."),
    PROVIDER_UNAVAILABLE(503, "The provider cannot be used now", "Ask again later."),
    STORE_UNAVAILABLE(503, "The database cannot be used now", "Ask again later."),
    INTERNAL(500, "Something went wrong here", "An administrator finds the trace id in the log.");

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** The name that clients see, such as {@code not-signed-in}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short sentence for people, always the same. */
    public String title() {
        return title;
    }

    /** What to do about it, always the same: it never has data of a request. */
    public String detail() {
        return detail;
    }

    /** Whether somebody who runs the server should look, beyond counting it. */
    public boolean isAlarming() {
        return status >= 500 || this == FORBIDDEN_USER;
    }

    /** The problem that a refusal of the policy is. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case UNMAPPABLE_USER -> UNMAPPABLE_USER;
            case FORBIDDEN_USER -> FORBIDDEN_USER;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case OBJECT_REQUIRED -> BAD_PARAMETER;
            case MISSING_ATTRIBUTE -> MISSING_ATTRIBUTE;
        };
    }

    /**
     * The problem that a failure of ThoughtSpot is. Its 401 is never ours: the application would take it for its own and
     * sign its user out.
     */
    public static Problem of(UpstreamFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> UPSTREAM_UNREACHABLE;
            case UNTRUSTED -> UPSTREAM_UNTRUSTED;
            case TIMEOUT -> UPSTREAM_TIMEOUT;
            case THROTTLED -> UPSTREAM_THROTTLED;
            case INVALID -> UPSTREAM_INVALID;
            case OVERLOADED -> OVERLOADED;
            case REJECTED_SERVICE -> UPSTREAM_REJECTED_SERVICE;
            case REJECTED_USER -> NO_THOUGHTSPOT_ACCOUNT;
        };
    }
}
