package io.github.tstoken.web;

import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.identity.Identification;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.operations.AuditSink;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.policy.GrantPolicy;
import io.github.tstoken.redirect.EmbedTargets;
import io.github.tstoken.web.guard.Guard;
import java.time.Clock;

/** The parts of the running service that requests are answered with. */
public record TokenService(
        ServiceConfig config,
        Guard guard,
        Identification identification,
        GrantPolicy policy,
        TokenIssuer issuer,
        EmbedTargets targets,
        UpstreamHealth health,
        AuditSink audit,
        Clock clock) {}
