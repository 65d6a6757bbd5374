package io.github.tstoken.operations;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.util.Optional;

/**
 * One thing that was given or refused. It has no token and no secret.
 *
 * @param action what was asked for
 * @param caller who asked, when that was found out
 * @param request what ThoughtSpot was, or would have been, asked for, when it came to that
 * @param provider whose tokens it is about, when it is about those of another provider
 * @param problem why nothing was given; empty when it was
 * @param alarming whether somebody should look at it
 * @param reason what this service knows of the cause, for its administrator
 * @param traceId the id of the request
 */
public record AuditEvent(
        Action action,
        Optional<Caller> caller,
        Optional<TokenRequest> request,
        Optional<String> provider,
        Optional<String> problem,
        boolean alarming,
        Optional<String> reason,
        String traceId) {

    /**
     * The start of the service.
     *
     * @param traceId the id under which it is found
     */
    public static AuditEvent started(String traceId) {
        return new AuditEvent(
                Action.START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                traceId);
    }

    /**
     * The end of a sign-in by its person.
     *
     * @param traceId the id of the request
     */
    public static AuditEvent signedOut(Caller caller, String traceId) {
        return new AuditEvent(
                Action.SIGN_OUT,
                Optional.of(caller),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                traceId);
    }

    /** What can be asked for. */
    public enum Action {
        /** A token for the page's SDK. */
        MINT,
        /** A redirect into ThoughtSpot. */
        REDIRECT,
        /** The end of the tokens of a sign-in, or of a connection to a provider. */
        REVOKE,
        /** A connection to a provider. */
        CONNECT,
        /** A new access token of a provider, or one that nobody got. */
        REFRESH,
        /** What only an administrator may see or do, but for the end of connections. */
        ADMINISTER,
        /** A sign-in at the OpenID Provider. */
        SIGN_IN,
        /** The end of such a sign-in, by its person or by the provider. */
        SIGN_OUT,
        /** The start of this service with its configuration: from here on it hands out tokens. */
        START
    }
}
