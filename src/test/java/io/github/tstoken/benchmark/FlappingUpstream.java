package io.github.tstoken.benchmark;

import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A ThoughtSpot that works and fails by turns, always on the same port. It knows every token that it gave. */
final class FlappingUpstream implements AutoCloseable {
    private static final Pattern USERNAME = Pattern.compile("\"username\":\"([^\"]+)\"");
    private static final String VALIDATION = "POST /api/rest/2.0/auth/token/validate ";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String JSON = "Content-Type: application/json\r\n";

    private final Map<String, Mint> mints = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile State state = State.WORKING;
    private FaultyUpstream server = FaultyUpstream.start(this::serve);

    /** What it does with a request. */
    enum State {
        WORKING,
        /** Nobody listens, and every connection is closed. */
        REFUSING,
        /** It reads requests and says nothing more on their connections, ever. */
        SILENT,
        /** 503 with a page. */
        UNAVAILABLE,
        /** It reads a request and resets the connection. */
        RESETTING
    }

    /**
     * A token that it gave.
     *
     * @param username for whom
     * @param at when, as {@link System#nanoTime()}
     */
    record Mint(String username, long at) {}

    URI url() {
        return server.url();
    }

    /** Behaves differently from now on. */
    void become(State next) throws IOException {
        state = next;
        if (next == State.REFUSING) {
            server.close();
        } else if (server.isClosed()) {
            int port = server.url().getPort();
            server = Awaitility.await()
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> FaultyUpstream.startAt(port, this::serve), started -> true);
        }
    }

    /** What is known of a token; empty when it is none of ours. */
    Optional<Mint> mint(String token) {
        return Optional.ofNullable(mints.get(token));
    }

    /** How many requests came since it listens. */
    int requests() {
        return server.requests().size();
    }

    private void serve(Peer peer) throws IOException {
        boolean open = true;
        while (open) {
            open = answer(peer, peer.readRequest());
        }
    }

    /** Whether the connection can be used again. */
    private boolean answer(Peer peer, String request) throws IOException {
        switch (state) {
            case WORKING -> peer.answer(200, JSON, right(request).getBytes(StandardCharsets.UTF_8));
            case UNAVAILABLE ->
                peer.answer(503, "Content-Type: text/html\r\n", "<p>Back soon".getBytes(StandardCharsets.UTF_8));
            case SILENT -> {
                peer.awaitClose();
                return false;
            }
            case REFUSING, RESETTING -> {
                peer.reset();
                return false;
            }
        }
        return true;
    }

    private String right(String request) throws IOException {
        return request.startsWith(VALIDATION) ? "{}" : minted(request);
    }

    private String minted(String request) throws IOException {
        Matcher username = USERNAME.matcher(request);
        if (!username.find()) {
            throw new IOException("no request for a token");
        }
        String plain = number.incrementAndGet() + " for " + username.group(1) + " ".repeat(200);
        String token = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        mints.put(token, new Mint(username.group(1), System.nanoTime()));
        long now = System.currentTimeMillis();
        return "{\"token\":\"" + token + "\",\"creation_time_in_millis\":" + now
                + ",\"expiration_time_in_millis\":" + (now + LIFE.toMillis())
                + ",\"scope\":{\"access_type\":\"FULL\",\"org_id\":0,\"metadata_id\":null},\"valid_for_user_id\":null"
                + ",\"valid_for_username\":\"" + username.group(1) + "\"}";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
