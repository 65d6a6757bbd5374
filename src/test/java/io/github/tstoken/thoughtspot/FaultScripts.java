package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.testkit.FaultyUpstream.Script;
import io.github.tstoken.testkit.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a {@link io.github.tstoken.testkit.FaultyUpstream} does to the clients. */
final class FaultScripts {
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final String V1_TOKEN = "JHNoaXJvMSRTSEEtMjU2JDUwMDAwMCRP";

    private FaultScripts() {}

    static Script afterRequest(Script script) {
        return peer -> {
            peer.readRequest();
            script.play(peer);
        };
    }

    static Script answer(int status, String body) {
        return afterRequest(peer -> peer.answer(status, "text/plain", body));
    }

    static Script ok(String body) {
        return answer(200, body);
    }

    static Script good(Api api) {
        return ok(api == Api.V1 ? V1_TOKEN : Corpus.read("answers-good/full.json"));
    }

    static String head(String header) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + header + "\r\n\r\n";
    }

    /** Sends this much, then closes. */
    static Script cut(String text) {
        return afterRequest(peer -> peer.send(text));
    }

    /** Sends this much, then resets. */
    static Script sent(String text) {
        return afterRequest(peer -> {
            peer.send(text);
            peer.reset();
        });
    }

    static void headersLate(Peer peer) throws IOException {
        peer.readRequest();
        if (!peer.closedWithin(LATE)) {
            peer.answer(200, "text/plain", V1_TOKEN);
        }
    }

    static void drip(Peer peer) throws IOException {
        peer.readRequest();
        peer.send(head("Content-Length: 32"));
        dripAll(peer, V1_TOKEN);
    }

    static void dripHeaders(Peer peer) throws IOException {
        peer.readRequest();
        dripAll(peer, head("Content-Length: 32") + V1_TOKEN);
    }

    static void dripAll(Peer peer, String text) throws IOException {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            peer.send(new byte[] {one});
            if (peer.closedWithin(Duration.ofMillis(500))) {
                return;
            }
        }
    }

    static void informForEver(Peer peer) throws IOException {
        peer.readRequest();
        for (int i = 0; i < 1000; i++) {
            peer.send("HTTP/1.1 103 Early Hints\r\n\r\n");
            if (peer.closedWithin(Duration.ofMillis(50))) {
                return;
            }
        }
    }

    static void large(Peer peer) throws IOException {
        peer.readRequest();
        peer.answer(200, "text/plain", "A".repeat(10 << 20));
    }

    static void largeUnannounced(Peer peer) throws IOException {
        peer.readRequest();
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
        for (int i = 0; i < 160; i++) {
            peer.send("A".repeat(1 << 16));
        }
        peer.awaitClose();
    }

    static void gzipBomb(Peer peer) throws IOException {
        peer.readRequest();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50 << 20]);
        }
        peer.answer(200, "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", packed.toByteArray());
    }

    static void utf16(Peer peer) throws IOException {
        peer.readRequest();
        byte[] body = Corpus.read("answers-good/full.json").getBytes(StandardCharsets.UTF_16);
        peer.answer(200, "Content-Type: text/plain; charset=utf-16\r\n", body);
    }
}
