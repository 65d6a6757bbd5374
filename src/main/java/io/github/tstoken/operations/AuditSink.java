package io.github.tstoken.operations;

/** Where audit events go. */
@FunctionalInterface
public interface AuditSink {
    void record(AuditEvent event);
}
