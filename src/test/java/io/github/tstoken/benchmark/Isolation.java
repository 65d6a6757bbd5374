package io.github.tstoken.benchmark;

import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What the embedding application notices of a ThoughtSpot that accepts connections and then says nothing. */
final class Isolation {
    private static final int WAITING = 500;
    private static final int READERS = 4;
    private static final int ROUNDS = 2;
    private static final int SAMPLES = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int MOST_ANSWERS = 50_000;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final Launcher launcher;
    private int busy;
    private int unanswered;
    private int timeouts;

    Isolation(Launcher launcher) {
        this.launcher = launcher;
    }

    List<Figure> measure() throws IOException, InterruptedException {
        Map<String, String> bounds = Map.of(
                "tstoken.thoughtspot.timeout", TIMEOUT.toString(),
                "tstoken.thoughtspot.max-concurrent", "64",
                "tstoken.thoughtspot.max-waiting", "1000");
        List<Round> idle = new ArrayList<>();
        List<Round> hanging = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // A server of its own: after one such round ts-token would leave the silent ThoughtSpot alone.
            try (FaultyUpstream silent = FaultyUpstream.start(Peer::awaitClose);
                    ServerProcess server = launcher.withTsToken(silent.url(), bounds)) {
                SignIn person = SignIn.at(server.port());
                Load page = new Load(person.target("/app/about.json"), READERS, ROUND, MOST_ANSWERS);
                new Load(page.target(), READERS, WARM_UP, MOST_ANSWERS).run();
                idle.add(page.run());
                hanging.add(whileHanging(server, person, page));
            }
        }
        return figures(
                idle.stream().reduce(Round::and).orElseThrow(),
                hanging.stream().reduce(Round::and).orElseThrow());
    }

    private Round whileHanging(ServerProcess server, SignIn person, Load page)
            throws IOException, InterruptedException {
        try (WaitingCallers callers = WaitingCallers.ask(person.target("/ts-token/token"), WAITING)) {
            Awaitility.await().atMost(TIMEOUT.dividedBy(3)).until(server::busyThreads, threads -> threads == 0);
            for (int sample = 0; sample < SAMPLES; sample++) {
                busy = Math.max(busy, server.busyThreads());
            }
            Round round = page.run();
            unanswered += callers.waiting();
            timeouts += callers.answersWith(504);
            return round;
        }
    }

    private List<Figure> figures(Round idle, Round hanging) {
        double ratio = (double) hanging.percentile(0.99).toNanos()
                / idle.percentile(0.99).toNanos();
        int all = ROUNDS * WAITING;
        return List.of(
                new Figure("Isolation: callers that wait during the measurement", unanswered + " of " + all, "all"),
                new Figure("Isolation: request threads that they hold", String.valueOf(busy), "0"),
                Figure.plain("Isolation: callers that get their 504 at the deadline", timeouts + " of " + all),
                Figure.plain("Isolation: a page's p50, idle / hanging", both(idle, hanging, 0.5)),
                Figure.plain("Isolation: a page's p99, idle / hanging", both(idle, hanging, 0.99)),
                new Figure("Isolation: ratio of the p99", String.format("%.2f", ratio), "at most 2"));
    }

    private static String both(Round idle, Round hanging, double share) {
        return Benchmark.millis(idle.percentile(share)) + " / " + Benchmark.millis(hanging.percentile(share));
    }
}
