package io.github.tstoken.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a request exactly as it is written, which no well-behaved client would. */
final class RawHttp {
    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status the status, or 0 when the connection was closed without an answer
     * @param head the status line and the headers
     * @param body the body as it is on the wire
     */
    record Reply(int status, String head, String body) {
        /** A header's value, or an empty text. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** The body without its chunks. */
        String content() {
            if (!header("Transfer-Encoding").equals("chunked")) {
                return body;
            }
            StringBuilder content = new StringBuilder();
            String rest = body;
            for (int size = chunk(rest); size > 0; size = chunk(rest)) {
                byte[] bytes = rest.substring(rest.indexOf("\r\n") + 2).getBytes(StandardCharsets.UTF_8);
                content.append(new String(bytes, 0, size, StandardCharsets.UTF_8));
                rest = new String(bytes, size + 2, bytes.length - size - 2, StandardCharsets.UTF_8);
            }
            return content.toString();
        }

        private static int chunk(String body) {
            return Integer.parseInt(body.substring(0, body.indexOf("\r\n")), 16);
        }

        boolean hasBody() {
            return !body.isEmpty() && !body.startsWith("0\r\n");
        }
    }

    static Reply send(URI server, String requestLine, String... headers) {
        StringBuilder request = new StringBuilder(requestLine)
                .append("\r\nHost: ")
                .append(server.getAuthority())
                .append("\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return exchange(server, request.append("\r\n").toString());
    }

    static Reply exchange(URI server, String request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5000);
            socket.setSoTimeout(15000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parse(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply parse(String reply) {
        int end = reply.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, reply, "");
        }
        int status = Integer.parseInt(reply.substring(9, 12));
        return new Reply(status, reply.substring(0, end), reply.substring(end + 4));
    }
}
