package io.github.tstoken.web;

import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.Identification;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.operations.AuditSink;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.RecentAudit;
import io.github.tstoken.operations.StoreHealth;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.policy.GrantPolicy;
import io.github.tstoken.redirect.EmbedTargets;
import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.web.guard.Guard;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The parts of the running service that requests are answered with.
 *
 * @param signIns sign-in at an OpenID Provider, where there is one
 * @param sessionLife how long a session of our own lasts without a request; empty where it is the application's
 */
public record TokenService(
        ServiceConfig config,
        Guard guard,
        Identification identification,
        GrantPolicy policy,
        TokenIssuer issuer,
        EmbedTargets targets,
        Optional<Authorizations> authorizations,
        Optional<OidcSignIns> signIns,
        Optional<Duration> sessionLife,
        UpstreamHealth health,
        StoreHealth storeHealth,
        AuditSink audit,
        RecentAudit recentAudit,
        Metrics metrics,
        Clock clock) {
    /**
     * The end of a sign-in that no request of its own asked for.
     *
     * @param reason for the audit log
     */
    public void endSignIn(Fingerprint signIn, String reason) {
        signIns.ifPresent(all -> all.forget(signIn));
        new SignInTokenEnds(issuer, audit).end(signIn, reason);
    }
}
