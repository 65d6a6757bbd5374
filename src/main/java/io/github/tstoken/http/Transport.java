package io.github.tstoken.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;

/**
 * Carries an exchange over HttpClient, which is started with the first call, or before it by {@link #prepare}: that takes
 * longer than a call, and must not hold up the start of the service or a calling thread.
 */
final class Transport implements AutoCloseable {
    private final HttpSettings settings;
    /** A trust store of ours is read at once, so that one that cannot be used is found at the start. */
    private final Optional<TlsStrategy> ownTrust;

    private final Addresses addresses;
    private volatile Optional<RunningClient> running = Optional.empty();
    private boolean closed;

    Transport(HttpSettings settings, Addresses.Lookup lookup) {
        this.settings = settings;
        this.ownTrust = settings.trustStore().map(store -> TlsTrust.of(Optional.of(store)));
        this.addresses = new Addresses(lookup, System::nanoTime);
    }

    static Transport of(HttpSettings settings) {
        return new Transport(settings, InetAddress::getAllByName);
    }

    /** Whether the host's address was looked up just now, and need not be for this call. */
    boolean knowsAddress(Exchange exchange) {
        return addresses.areFresh(host(exchange));
    }

    /** Starts the client, if that can be done; otherwise the first call says why not. Blocks as long as that takes. */
    void prepare() {
        try {
            RunningClient unused = client();
        } catch (RuntimeException toBeSaidByACall) {
            return;
        }
    }

    /** Looks up the host's address and sends the call. Blocks as long as the lookup does, and the start of the client. */
    void lookUpAndCarry(Exchange exchange) {
        if (exchange.hasEnded()) {
            return;
        }
        try {
            // Before the address is known: who finds that known sends the call from a thread that must not wait.
            RunningClient unused = client();
            addresses.lookUp(host(exchange));
        } catch (UnknownHostException e) {
            exchange.fail(UpstreamFailure.Kind.UNREACHABLE, "the host name is not known");
            return;
        } catch (RuntimeException e) {
            exchange.fail(UpstreamFailure.Kind.UNREACHABLE, FailureKinds.detail(e));
            return;
        }
        carry(exchange);
    }

    private RunningClient client() {
        return running.orElseGet(this::start);
    }

    private synchronized RunningClient start() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        RunningClient client = running.orElseGet(() ->
                RunningClient.start(settings, ownTrust.orElseGet(() -> TlsTrust.of(Optional.empty())), addresses));
        running = Optional.of(client);
        return client;
    }

    /** Sends the call, to an address that was looked up. Never blocks. */
    void carry(Exchange exchange) {
        attempt(exchange, true);
    }

    private String host(Exchange exchange) {
        return settings.proxy().orElse(exchange.call().uri()).getHost();
    }

    private void attempt(Exchange exchange, boolean first) {
        if (exchange.hasEnded()) {
            return;
        }
        CallProducer producer = new CallProducer(exchange);
        try {
            Future<HttpAnswer> attempt = client().client()
                    .execute(
                            producer,
                            new AnswerConsumer(producer::sent),
                            producer.context(),
                            new Attempt(exchange, producer, first));
            exchange.onFailure(() -> attempt.cancel(true));
        } catch (RuntimeException e) {
            // HttpClient refuses to begin, for instance because it was closed meanwhile.
            exchange.fail(UpstreamFailure.Kind.UNREACHABLE, FailureKinds.detail(e));
        }
    }

    /** What becomes of one attempt; runs on HttpClient's I/O threads. */
    private final class Attempt implements FutureCallback<HttpAnswer> {
        private final Exchange exchange;
        private final CallProducer producer;
        private final boolean first;

        Attempt(Exchange exchange, CallProducer producer, boolean first) {
            this.exchange = exchange;
            this.producer = producer;
            this.first = first;
        }

        @Override
        public void completed(HttpAnswer answer) {
            exchange.succeed(answer);
        }

        @Override
        public void failed(Exception failure) {
            // The one case of a second try: a pooled connection turned out to be closed before anything was written.
            if (first && !producer.sent() && failure instanceof RequestNotExecutedException) {
                attempt(exchange, false);
                return;
            }
            exchange.fail(FailureKinds.of(failure, producer.sent()), FailureKinds.detail(failure));
        }

        @Override
        public void cancelled() {
            exchange.fail(UpstreamFailure.Kind.UNREACHABLE, "the connection was closed");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.ifPresent(RunningClient::close);
    }
}
