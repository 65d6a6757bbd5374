package io.github.tstoken.http;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * HttpClient with its I/O threads and connections.
 *
 * @param connections the connections that there are
 * @param client what makes and uses them
 */
record RunningClient(AsyncClientConnectionManager connections, CloseableHttpAsyncClient client)
        implements AutoCloseable {
    /** How long the I/O threads have to end; they have nothing left to do then. */
    private static final TimeValue FAREWELL = TimeValue.ofSeconds(1);

    static RunningClient start(HttpSettings settings, TlsStrategy trust, DnsResolver addresses) {
        AsyncClientConnectionManager connections = ClientSetUp.connections(settings, trust, addresses);
        CloseableHttpAsyncClient client = ClientSetUp.client(settings, connections);
        client.start();
        return new RunningClient(connections, client);
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
