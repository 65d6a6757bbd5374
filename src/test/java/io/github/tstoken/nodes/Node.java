package io.github.tstoken.nodes;

import io.github.tstoken.benchmark.Launcher;
import io.github.tstoken.benchmark.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One of the servers. Started again it is at another port. */
public final class Node implements AutoCloseable {
    private final Launcher launcher;
    private final URI thoughtSpot;
    private final Map<String, String> settings;
    private volatile ServerProcess process;

    private Node(Launcher launcher, URI thoughtSpot, Map<String, String> settings) {
        this.launcher = launcher;
        this.thoughtSpot = thoughtSpot;
        this.settings = Map.copyOf(settings);
    }

    /** A server that writes into this folder; it does not run yet. */
    static Node in(Path folder, URI thoughtSpot, Map<String, String> settings) throws IOException {
        return new Node(Launcher.in(Files.createDirectories(folder)), thoughtSpot, settings);
    }

    void start() throws IOException {
        process = launcher.withTsTokenSoon(thoughtSpot, settings);
    }

    /** An address of ts-token there. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + process.port() + "/ts-token" + path);
    }

    void kill() {
        process.kill();
    }

    void pause() throws IOException, InterruptedException {
        process.pause();
    }

    void goOn() throws IOException, InterruptedException {
        process.goOn();
    }

    /** Starts ts-token anew in the same server, with what its files then say. */
    void redeploy() throws IOException {
        process.undeploy("/ts-token");
        process.deploy(Launcher.TS_TOKEN);
    }

    /** Everything that it wrote since the first start. */
    String log() throws IOException {
        return Files.readString(launcher.log());
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
