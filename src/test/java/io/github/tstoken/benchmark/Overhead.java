package io.github.tstoken.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many tokens ts-token hands out, compared with a servlet that does nothing but the call. */
final class Overhead {
    private static final int CALLERS = 32;
    private static final int ROUNDS = 4;
    /** One that exists nowhere, one that no network is faster than, and what the fastest ThoughtSpot may take. */
    private static final List<Duration> LATENCIES = List.of(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(20));

    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int MOST_ANSWERS = 20_000;

    private final Launcher launcher;

    Overhead(Launcher launcher) {
        this.launcher = launcher;
    }

    List<Figure> measure() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (Duration latency : LATENCIES) {
            figures.addAll(measure(latency.isZero() ? "at once" : "after " + latency.toMillis() + " ms", latency));
        }
        return figures;
    }

    private List<Figure> measure(String when, Duration latency) throws IOException, InterruptedException {
        try (StubUpstream upstream = new StubUpstream(latency);
                ServerProcess server = launcher.withTsToken(upstream.url(), Map.of())) {
            SignIn person = SignIn.at(server.port());
            Side bare = side(server, person.target("/bare/token"));
            Side tsToken = side(server, person.target("/ts-token/token"));
            for (int round = 0; round < ROUNDS; round++) {
                bare.run();
                tsToken.run();
            }
            return figures(when, bare, tsToken);
        }
    }

    /** One side, warmed up. */
    private static Side side(ServerProcess server, Target target) throws IOException, InterruptedException {
        WarmUp.run(server, List.of(target), CALLERS);
        return new Side(server, new Load(target, CALLERS, ROUND, MOST_ANSWERS));
    }

    private static List<Figure> figures(String when, Side bare, Side tsToken) {
        String subject = "Overhead, ThoughtSpot answers " + when + ": ";
        return List.of(
                Figure.plain(
                        subject + "mints per second, bare / ts-token",
                        String.format("%.0f / %.0f", bare.perSecond(), tsToken.perSecond())),
                new Figure(
                        subject + "ratio of the mints per second",
                        String.format("%.2f", tsToken.perSecond() / bare.perSecond()),
                        "at least 0.8"),
                Figure.plain(
                        subject + "the server's CPU time for a mint, bare / ts-token",
                        Benchmark.millis(bare.cpu()) + " / " + Benchmark.millis(tsToken.cpu())));
    }
}
