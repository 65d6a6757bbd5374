package io.github.tstoken.server;

import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An answer as {@code answers.txt} has it: status, headers, body. What differs from one time to the next has a name instead;
 * headers by which a server speaks of itself or of the connection, its own cookies, and its own way to say again that nothing is
 * stored, are left out.
 */
final class WrittenAnswer {
    private static final Set<String> SERVERS_HEADERS = Set.of(
            "connection",
            "content-length",
            "date",
            "expires",
            "keep-alive",
            "pragma",
            "server",
            "set-cookie",
            "transfer-encoding",
            "x-frame-options",
            "x-powered-by");

    private static final List<String> ON_EVERY_ANSWER = List.of(
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
            "referrer-policy: no-referrer",
            "trace-id: <trace id>",
            "vary: Origin, Cookie",
            "x-content-type-options: nosniff");

    /** Files that are answered whole, by the name that they have instead. */
    private static final Map<String, String> FILES = Map.of(
            resource("/io/github/tstoken/web/openapi.json"), "<openapi.json>",
            resource("/io/github/tstoken/web/client.js"), "<client.js>");

    private WrittenAnswer() {}

    static String of(RawHttp.Reply reply, StandInThoughtSpot thoughtSpot) {
        List<String> headers = new ArrayList<>(reply.head()
                .lines()
                .skip(1)
                .map(line -> line.split(":", 2))
                .map(header -> header[0].toLowerCase(Locale.ROOT) + ": " + header[1].strip())
                .filter(header -> !SERVERS_HEADERS.contains(header.substring(0, header.indexOf(':'))))
                .map(header -> header.startsWith("trace-id: ") ? "trace-id: <trace id>" : header)
                .sorted()
                .toList());
        if (headers.containsAll(ON_EVERY_ANSWER)) {
            headers.removeAll(ON_EVERY_ANSWER);
            headers.add(0, "the headers of every answer");
        }
        String body = FILES.getOrDefault(reply.content(), reply.content());
        String text = reply.status() + "\n" + String.join("\n", headers) + "\n\n" + body;
        return named(text, reply.header("Trace-Id"), thoughtSpot).strip();
    }

    private static String named(String text, String traceId, StandInThoughtSpot thoughtSpot) {
        String named = traceId.isEmpty() ? text : text.replace(traceId, "<trace id>");
        for (Token token : thoughtSpot.tokens().minted()) {
            named = replace(named, token.value(), "<token of " + token.username() + ">");
        }
        return replace(named, thoughtSpot.url().getAuthority(), "<thoughtspot>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<instant>")
                .replaceAll("nonce(-|=\")[A-Za-z0-9+/_=-]+", "nonce$1<nonce>")
                .replaceAll("\"expires_in\":\\d+", "\"expires_in\":<seconds>");
    }

    /** A text may be in an address, and that one in another address. */
    private static String replace(String text, String value, String name) {
        String once = encoded(value);
        return text.replace(encoded(once), name).replace(once, name).replace(value, name);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String resource(String path) {
        try (InputStream in = WrittenAnswer.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
