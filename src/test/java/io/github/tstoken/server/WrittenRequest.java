package io.github.tstoken.server;

import io.github.tstoken.standin.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request as it is written in {@code requests.txt}: {@code as: <name>} for who is signed in, {@code thoughtspot: <fault>} for
 * what ThoughtSpot does, then the request line, headers, and perhaps a body.
 *
 * @param person who is signed in
 * @param fault what ThoughtSpot does instead of its work
 * @param head the request line and the headers
 * @param body the body, empty for none
 */
record WrittenRequest(Optional<String> person, Optional<Fault> fault, List<String> head, String body) {
    private static final String AS = "as: ";
    private static final String THOUGHTSPOT = "thoughtspot: ";

    static WrittenRequest parse(String block) {
        String[] headAndBody = block.split("\n\n", 2);
        List<String> lines = new ArrayList<>(Arrays.asList(headAndBody[0].split("\n")));
        Optional<String> person = take(lines, AS);
        Optional<Fault> fault = take(lines, THOUGHTSPOT).map(WrittenRequest::fault);
        return new WrittenRequest(person, fault, List.copyOf(lines), headAndBody.length > 1 ? headAndBody[1] : "");
    }

    private static Optional<String> take(List<String> lines, String prefix) {
        if (!lines.get(0).startsWith(prefix)) {
            return Optional.empty();
        }
        return Optional.of(lines.remove(0).substring(prefix.length()));
    }

    private static Fault fault(String words) {
        return switch (words) {
            case "hangs" -> Fault.hang();
            case "closes" -> Fault.close();
            default -> answer(words.split(" ", 3));
        };
    }

    private static Fault answer(String[] statusTypeBody) {
        return Fault.answer(Integer.parseInt(statusTypeBody[0]), statusTypeBody[1], statusTypeBody[2]);
    }

    /** The request as it goes over the wire. */
    String on(URI server, String cookies) {
        List<String> lines = new ArrayList<>(head);
        lines.add("Host: " + server.getAuthority());
        lines.add("Connection: close");
        if (!cookies.isEmpty()) {
            lines.add("Cookie: " + cookies);
        }
        if (!body.isEmpty()) {
            lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        }
        return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }
}
