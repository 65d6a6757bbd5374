package io.github.tstoken.web;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditSink;
import java.util.Optional;

/** Ends the tokens of sign-ins that nobody ended by a request. */
public record SignInTokenEnds(TokenIssuer issuer, AuditSink audit) {
    /**
     * Ends the tokens of a sign-in; one line of the audit log tells of it, when there were any.
     *
     * @param signIn what carried it
     * @param reason for the audit log
     */
    public void end(Fingerprint signIn, String reason) {
        TraceContext trace = TraceContext.begin();
        issuer.end(signIn, trace).stream()
                .findFirst()
                .map(request -> new AuditEvent(
                        AuditEvent.Action.REVOKE,
                        Optional.empty(),
                        Optional.of(request),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(reason),
                        trace.traceId()))
                .ifPresent(audit::record);
    }
}
