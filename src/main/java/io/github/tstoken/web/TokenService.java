package io.github.tstoken.web;

import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.Identification;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditSink;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.RecentAudit;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.policy.GrantPolicy;
import io.github.tstoken.redirect.EmbedTargets;
import io.github.tstoken.web.guard.Guard;
import java.time.Clock;
import java.util.Optional;

/** The parts of the running service that requests are answered with. */
public record TokenService(
        ServiceConfig config,
        Guard guard,
        Identification identification,
        GrantPolicy policy,
        TokenIssuer issuer,
        EmbedTargets targets,
        Optional<Authorizations> authorizations,
        UpstreamHealth health,
        AuditSink audit,
        RecentAudit recentAudit,
        Metrics metrics,
        Clock clock) {
    /** The end of the sign-ins of a session, of which the server told. */
    public void endSignIns(Fingerprint session) {
        TraceContext trace = TraceContext.begin();
        issuer.end(session, trace).stream()
                .findFirst()
                .map(request -> new AuditEvent(
                        AuditEvent.Action.REVOKE,
                        Optional.empty(),
                        Optional.of(request),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of("the session ended"),
                        trace.traceId()))
                .ifPresent(audit::record);
    }
}
