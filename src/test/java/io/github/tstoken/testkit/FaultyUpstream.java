package io.github.tstoken.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server that misbehaves byte by byte, as a script says: one script for each connection. */
public final class FaultyUpstream implements AutoCloseable {
    private final ServerSocket server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyUpstream::thread);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Script script;

    /** What the server does with one connection; it is closed when the script ends. */
    @FunctionalInterface
    public interface Script {
        void play(Peer peer) throws IOException;
    }

    private FaultyUpstream(ServerSocket server, String scheme, Script script) {
        this.server = server;
        this.scheme = scheme;
        this.script = script;
        threads.execute(this::accept);
    }

    /** Listens on a free port of this machine. */
    public static FaultyUpstream start(Script script) {
        return startAt(0, script);
    }

    /** Listens on this port of this machine, which must be free. */
    public static FaultyUpstream startAt(int port, Script script) {
        try {
            return new FaultyUpstream(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), "http", script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #start}, with TLS. */
    public static FaultyUpstream startTls(SSLContext tls, Script script) {
        try {
            ServerSocket server =
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new FaultyUpstream(server, "https", script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address without a trailing slash. */
    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
    }

    /** Every request that came in whole, head and body. */
    public List<String> requests() {
        return requests;
    }

    /** Connections that neither side has closed. */
    public int openConnections() {
        return open.size();
    }

    /** Changes what happens to connections from now on. */
    public void script(Script next) {
        script = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> play(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(new Peer(socket, requests));
        } catch (IOException e) {
            // The client closed first, which is what most tests want of it.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "faulty-upstream");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return server.isClosed();
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
