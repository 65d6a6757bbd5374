package io.github.tstoken.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other end of one connection to a {@link FaultyUpstream}. */
public final class Peer {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Socket socket;
    private final List<String> requests;

    Peer(Socket socket, List<String> requests) {
        this.socket = socket;
        this.requests = requests;
    }

    /** Reads one whole request. */
    public String readRequest() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            bytes.write(readByte());
        }
        Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.UTF_8));
        bytes.writeBytes(socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        String request = bytes.toString(StandardCharsets.UTF_8);
        requests.add(request);
        return request;
    }

    private int readByte() throws IOException {
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a complete answer and says that the connection closes. */
    public void answer(int status, String contentType, String body) throws IOException {
        answer(
                status,
                "Content-Type: " + contentType + "\r\nConnection: close\r\n",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a complete answer with these header lines. */
    public void answer(int status, String headerLines, byte[] body) throws IOException {
        send("HTTP/1.1 " + status + " X\r\n" + headerLines + "Content-Length: " + body.length + "\r\n\r\n");
        send(body);
    }

    /** Says nothing until the client closes the connection. */
    public void awaitClose() throws IOException {
        socket.setSoTimeout((int) LONG.toMillis());
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Whether the client closes the connection within this time. */
    public boolean closedWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Closes with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
