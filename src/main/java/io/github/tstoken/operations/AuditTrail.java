package io.github.tstoken.operations;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes known of one request on its way, and the one audit line at its end, however it ends. */
public final class AuditTrail {
    private final AuditSink sink;
    private final AuditEvent.Action action;
    private final String traceId;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<Caller> caller = Optional.empty();
    private volatile Optional<TokenRequest> request = Optional.empty();
    private volatile Optional<String> provider = Optional.empty();
    private volatile Optional<String> note = Optional.empty();

    /**
     * The trail of a request about which nothing is known yet.
     *
     * @param sink gets the line at the end
     * @param traceId the id of the request
     */
    public AuditTrail(AuditSink sink, AuditEvent.Action action, String traceId) {
        this.sink = sink;
        this.action = action;
        this.traceId = traceId;
    }

    /** Notes who asks. */
    public void askedBy(Caller somebody) {
        caller = Optional.of(somebody);
    }

    /** Notes what the policy gives them. */
    public void asksFor(TokenRequest something) {
        request = Optional.of(something);
    }

    /** Notes at which provider: one that is configured, not what a browser says. */
    public void at(String id) {
        provider = Optional.of(id);
    }

    /** Notes what else has to be known of it. */
    public void noting(String something) {
        note = Optional.of(something);
    }

    /** Ends with what was asked for. */
    public void granted() {
        end(Optional.empty(), false, note);
    }

    /**
     * Ends with nothing handed out.
     *
     * @param problem the problem's name
     * @param alarming whether somebody should look at it
     * @param reason the cause as far as it is known here
     */
    public void refused(String problem, boolean alarming, Optional<String> reason) {
        end(Optional.of(problem), alarming, reason);
    }

    /** Ends without a line: nothing was refused, and what was given has its line elsewhere, or needs none. */
    public void silent() {
        ended.set(true);
    }

    private void end(Optional<String> problem, boolean alarming, Optional<String> reason) {
        if (ended.compareAndSet(false, true)) {
            sink.record(new AuditEvent(action, caller, request, provider, problem, alarming, reason, traceId));
        }
    }
}
