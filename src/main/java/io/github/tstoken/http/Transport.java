package io.github.tstoken.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/** Carries an exchange over HttpClient. */
final class Transport implements AutoCloseable {
    /** How long the I/O threads have to end; they have nothing left to do then. */
    private static final TimeValue FAREWELL = TimeValue.ofSeconds(1);

    private final Optional<URI> proxy;
    private final Addresses addresses;
    private final AsyncClientConnectionManager connections;
    private final CloseableHttpAsyncClient client;

    Transport(HttpSettings settings, Addresses.Lookup lookup) {
        this.proxy = settings.proxy();
        this.addresses = new Addresses(lookup, System::nanoTime);
        this.connections = ClientSetUp.connections(settings, addresses);
        this.client = ClientSetUp.client(settings, connections);
        client.start();
    }

    static Transport of(HttpSettings settings) {
        return new Transport(settings, InetAddress::getAllByName);
    }

    /** Whether the host's address was looked up just now, and need not be for this call. */
    boolean knowsAddress(Exchange exchange) {
        return addresses.areFresh(host(exchange));
    }

    /** Looks up the host's address and sends the call. Blocks as long as the lookup does, and no longer. */
    void lookUpAndCarry(Exchange exchange) {
        if (exchange.hasEnded()) {
            return;
        }
        try {
            addresses.lookUp(host(exchange));
        } catch (UnknownHostException e) {
            exchange.fail(UpstreamFailure.Kind.UNREACHABLE, "the host name is not known");
            return;
        }
        carry(exchange);
    }

    /** Sends the call, to an address that was looked up. Never blocks. */
    void carry(Exchange exchange) {
        attempt(exchange, true);
    }

    private String host(Exchange exchange) {
        return proxy.orElse(exchange.call().uri()).getHost();
    }

    private void attempt(Exchange exchange, boolean first) {
        if (exchange.hasEnded()) {
            return;
        }
        CallProducer producer = new CallProducer(exchange);
        try {
            Future<HttpAnswer> attempt = client.execute(
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

    /**
     * Connections first, then the I/O threads, which end by themselves when there is none left. Closing the client at once
     * takes their selectors away while they use them, and each logs that as an error, at every undeployment.
     */
    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
        client.initiateShutdown();
        try {
            client.awaitShutdown(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
