package io.github.tstoken.operations;

/** Where audit events go. */
@FunctionalInterface
public interface AuditSink {
    /** Takes one event. It must not fail and not wait: the answer to the browser comes after it. */
    void record(AuditEvent event);
}
