package io.github.tstoken.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server on this machine that can be cut and mended; cut at first. */
final class Forwarding implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private volatile boolean passable;

    private Forwarding(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static Forwarding to(int target) throws IOException {
        Forwarding forwarding = new Forwarding(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        thread(forwarding::accept);
        return forwarding;
    }

    int port() {
        return entrance.getLocalPort();
    }

    void mend() {
        passable = true;
    }

    void cut() throws IOException {
        passable = false;
        for (Closeable socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            open.add(client);
            if (passable) {
                forward(client);
            } else {
                client.close();
            }
        }
    }

    private void forward(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(server);
        thread(() -> client.getInputStream().transferTo(server.getOutputStream()));
        thread(() -> server.getInputStream().transferTo(client.getOutputStream()));
    }

    /** What is done until a socket is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Runnable untilClosed = () -> {
            try {
                work.run();
            } catch (IOException e) {
                // closed
            }
        };
        Thread thread = new Thread(untilClosed, "forwarding");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
