package io.github.tstoken.http;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls other servers, and never lets them harm this one.
 *
 * <p>Guarantees: each stage completes before the deadline of {@link HttpSettings#timeout()} has passed by more than
 * scheduling takes; at the deadline the connection is closed. No call holds a thread, however slow the upstream is, and the
 * calling thread never blocks. Calls beyond the bounds of number and pace wait, some, and are refused then. At most 256 KiB of
 * a body are read. Redirects are not followed, cookies not kept, answers not decompressed. A call is sent once; only one that
 * provably did not reach a connection is tried a second time, within the same deadline. TLS is 1.2 or newer, with certificate
 * and host name verified.
 *
 * <p>What callers hang on a stage runs on the thread that ends the call, one of the few that carry all calls, or at once.
 * It must not block. The stage of a refused call is complete when it is returned.
 *
 * <p>No log of HttpClient, at any level, has a body or the secret of {@link HttpCall#credentials()}. Its debug log {@code
 * org.apache.hc.client5.http.headers} has the other headers, and those of the answer.
 */
public final class BoundedHttp implements AutoCloseable {
    private final HttpSettings settings;
    private final Admission<Exchange> admission;
    private final Workers workers;
    private final Transport transport;
    private final AtomicBoolean paceAwaited = new AtomicBoolean();
    private volatile boolean closed;

    BoundedHttp(HttpSettings settings, Transport transport) {
        this.settings = settings;
        this.admission = new Admission<>(
                settings.maxConcurrent(),
                settings.maxWaiting(),
                Pace.of(settings.rateLimit(), TimeMeter.SYSTEM_NANOTIME));
        this.workers = new Workers();
        this.transport = transport;
    }

    /**
     * Makes the client, whose threads begin with the first call or with {@link #prepare}; {@link #close()} ends them.
     *
     * @throws IllegalArgumentException when the settings cannot work, such as a trust store that trusts nobody
     */
    public static BoundedHttp open(HttpSettings settings) {
        return new BoundedHttp(settings, Transport.of(settings));
    }

    /** Begins, on a thread of its own, what the first call would have to wait for. */
    public void prepare() {
        workers.prepare(transport::prepare);
    }

    /**
     * Sends a call.
     *
     * @return the answer, whatever its status, or an {@link UpstreamFailure}: {@code OVERLOADED}, {@code TIMEOUT},
     *     {@code UNREACHABLE}, {@code UNTRUSTED} or {@code INVALID}
     */
    public CompletionStage<HttpAnswer> send(HttpCall call) {
        return send(call, settings.timeout());
    }

    /**
     * Sends a call that is one of several for which there is one deadline.
     *
     * @return as {@link #send(HttpCall)}
     */
    public CompletionStage<HttpAnswer> send(HttpCall call, Deadline deadline) {
        Duration left = deadline.remaining();
        if (left.isNegative() || left.isZero()) {
            return CompletableFuture.failedFuture(
                    new UpstreamFailure(UpstreamFailure.Kind.TIMEOUT, "no time was left for this call"));
        }
        return send(call, left.compareTo(settings.timeout()) < 0 ? left : settings.timeout());
    }

    private CompletionStage<HttpAnswer> send(HttpCall call, Duration timeout) {
        Exchange exchange = new Exchange(call);
        Admission.Place place = admission.enter(exchange);
        if (place == Admission.Place.REFUSED) {
            return CompletableFuture.failedFuture(
                    new UpstreamFailure(UpstreamFailure.Kind.OVERLOADED, "too many calls wait already"));
        }
        CompletionStage<HttpAnswer> result = exchange.result();
        exchange.onEnd(() -> leave(exchange));
        workers.endAfter(timeout, exchange);
        if (place == Admission.Place.ADMITTED) {
            begin(exchange);
        } else {
            awaitPace();
        }
        if (closed) {
            fail(exchange);
        }
        return result;
    }

    private void leave(Exchange exchange) {
        admission.leave(exchange).ifPresent(this::begin);
        awaitPace();
    }

    /** Calls that only the pace holds back are begun by nobody who leaves. */
    private void awaitPace() {
        Optional<Duration> wait = admission.untilNext();
        if (wait.isPresent() && !paceAwaited.getAndSet(true)) {
            workers.later(wait.get(), this::resume);
        }
    }

    private void resume() {
        paceAwaited.set(false);
        for (Optional<Exchange> next = admission.next(); next.isPresent(); next = admission.next()) {
            begin(next.get());
        }
        awaitPace();
    }

    private void begin(Exchange exchange) {
        if (transport.knowsAddress(exchange)) {
            transport.carry(exchange);
        } else {
            workers.lookUp(exchange, () -> transport.lookUpAndCarry(exchange));
        }
    }

    private static void fail(Exchange exchange) {
        exchange.fail(UpstreamFailure.Kind.UNREACHABLE, "this client is closed");
    }

    /** Calls in flight now. */
    public int inFlight() {
        return admission.inFlight();
    }

    /** Calls that wait for a place now. */
    public int waiting() {
        return admission.waiting();
    }

    /** Fails every call that is not finished and ends all threads. */
    @Override
    public void close() {
        closed = true;
        admission.everyone().forEach(BoundedHttp::fail);
        transport.close();
        workers.close();
    }
}
