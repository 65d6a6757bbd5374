package io.github.tstoken.authorizations;

import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditSink;
import io.github.tstoken.operations.Metrics;
import java.util.Optional;

/** What is written down of refreshes and revocations: one audit line for each refresh, and figures. */
final class Records {
    private final AuditSink audit;
    private final Metrics metrics;

    Records(AuditSink audit, Metrics metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    /** A provider was asked to refresh. */
    void refreshed(Refresh wanted, Metrics.Refresh outcome) {
        String provider = wanted.provider().id().value();
        metrics.refreshed(provider, outcome);
        audit.record(new AuditEvent(
                AuditEvent.Action.REFRESH,
                wanted.caller(),
                Optional.empty(),
                Optional.of(provider),
                problem(outcome),
                outcome == Metrics.Refresh.UNAVAILABLE,
                outcome == Metrics.Refresh.OVERTAKEN ? Optional.of("another was faster") : Optional.empty(),
                wanted.trace().traceId()));
    }

    private static Optional<String> problem(Metrics.Refresh outcome) {
        return switch (outcome) {
            case DONE, OVERTAKEN -> Optional.empty();
            case GRANT_ENDED -> Optional.of("reconnect-needed");
            case UNAVAILABLE -> Optional.of("provider-unavailable");
        };
    }

    /** A provider was told to forget tokens, or could not be told. */
    void revoked(Optional<Provider> provider, Metrics.Revocation outcome) {
        metrics.providerRevocation(provider.map(known -> known.id().value()).orElse("none"), outcome);
    }
}
