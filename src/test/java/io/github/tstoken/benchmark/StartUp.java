package io.github.tstoken.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much later a server is ready with ts-token beside the embedding application than without. */
final class StartUp {
    private static final int ROUNDS = 5;
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final Launcher launcher;

    StartUp(Launcher launcher) {
        this.launcher = launcher;
    }

    List<Figure> measure() throws IOException {
        List<Duration> without = new ArrayList<>();
        List<Duration> with = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = launcher.withoutTsToken()) {
                without.add(server.startUp());
            }
            try (ServerProcess server = launcher.withTsToken(NOBODY, Map.of())) {
                with.add(server.startUp());
            }
        }
        double before = Median.of(without, StartUp::seconds);
        double after = Median.of(with, StartUp::seconds);
        return List.of(
                Figure.plain(
                        "Start-up: process to ready, without / with the WAR",
                        String.format("%.2f s / %.2f s", before, after)),
                new Figure("Start-up: difference", String.format("%.2f s", after - before), "at most 1.5 s"));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
