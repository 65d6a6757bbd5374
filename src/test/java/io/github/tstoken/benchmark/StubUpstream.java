package io.github.tstoken.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A ThoughtSpot that gives everybody the same valid answer after the same time, so that its own work hardly counts. */
public final class StubUpstream implements AutoCloseable {
    private static final int BACKLOG = 100;

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemon::thread);
    private final byte[] answer = answer(Instant.now());
    private final Duration latency;

    /** Starts it. */
    public StubUpstream(Duration latency) throws IOException {
        this.latency = latency;
        threads.execute(this::accept);
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static byte[] answer(Instant now) {
        String body = "{\"token\":\"" + "dG9rZW4t".repeat(32) + "\",\"creation_time_in_millis\":" + now.toEpochMilli()
                + ",\"expiration_time_in_millis\":"
                + now.plus(Duration.ofMinutes(30)).toEpochMilli()
                + ",\"scope\":{\"access_type\":\"FULL\",\"org_id\":0,\"metadata_id\":null},\"valid_for_user_id\":null"
                + ",\"valid_for_username\":\"" + SignIn.NAME + "\"}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            MessageReader requests = new MessageReader(socket.getInputStream());
            while (requests.next().isPresent()) {
                LockSupport.parkNanos(latency.toNanos());
                socket.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // The client closed first.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
