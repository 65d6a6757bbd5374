package io.github.tstoken.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** One caller's connection, kept open from request to request. */
final class Connection implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int STATUS = "http/1.1 ".length();

    private final Socket socket;
    private final MessageReader answers;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) LONG.toMillis());
        answers = new MessageReader(socket.getInputStream());
    }

    void ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    /** Waits for the answer's end and says its status. */
    int status() throws IOException {
        String head = answers.next().orElseThrow(EOFException::new);
        return Integer.parseInt(head.substring(STATUS, STATUS + 3));
    }

    /** Whether nothing of an answer has come yet. */
    boolean isSilent() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
