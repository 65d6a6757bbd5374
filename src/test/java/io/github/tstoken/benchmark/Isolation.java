package io.github.tstoken.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What the embedding application notices of a ThoughtSpot that accepts connections and then says nothing. */
final class Isolation {
    private static final int WAITING = 500;
    private static final int READERS = 4;
    private static final int CALLERS = 32;
    private static final int ROUNDS = 4;
    private static final int SAMPLES = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_ANSWERS = 50_000;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Map<String, String> BOUNDS = Map.of(
            "tstoken.thoughtspot.timeout", TIMEOUT.toString(),
            "tstoken.thoughtspot.max-concurrent", "64",
            "tstoken.thoughtspot.max-waiting", "1000");

    private final Launcher launcher;
    private int busy;
    private int unanswered;
    private int timeouts;
    private Duration waitingCpu = Duration.ZERO;

    Isolation(Launcher launcher) {
        this.launcher = launcher;
    }

    List<Figure> measure() throws IOException, InterruptedException {
        try (FlappingUpstream thoughtSpot = new FlappingUpstream();
                ServerProcess server = launcher.withTsToken(thoughtSpot.url(), BOUNDS)) {
            SignIn person = SignIn.at(server.port());
            Target token = person.target("/ts-token/token");
            Target about = person.target("/app/about.json");
            Load page = new Load(about, READERS, ROUND, MOST_ANSWERS);
            // Tokens too: what the JVM does the first time must not be taken for what waiting callers cost.
            new Load(token, CALLERS, WARM_UP, MOST_ANSWERS).run();
            new Load(about, READERS, WARM_UP, MOST_ANSWERS).run();
            Side idle = new Side(server, page);
            Side hanging = new Side(server, page);
            for (int round = 0; round < ROUNDS; round++) {
                idle.run();
                thoughtSpot.become(FlappingUpstream.State.SILENT);
                whileHanging(server, token, hanging);
                thoughtSpot.become(FlappingUpstream.State.WORKING);
                Awaitility.await().atMost(TIMEOUT).until(() -> isAnswered(token));
            }
            return figures(idle, hanging);
        }
    }

    private void whileHanging(ServerProcess server, Target token, Side page) throws IOException, InterruptedException {
        try (WaitingCallers callers = WaitingCallers.ask(token, WAITING)) {
            Awaitility.await().atMost(TIMEOUT.dividedBy(3)).until(server::busyThreads, threads -> threads == 0);
            for (int sample = 0; sample < SAMPLES; sample++) {
                busy = Math.max(busy, server.busyThreads());
            }
            page.run();
            Duration before = server.cpu();
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            waitingCpu = waitingCpu.plus(server.cpu().minus(before));
            unanswered += callers.waiting();
            timeouts += callers.answersWith(504);
        }
    }

    /** ts-token leaves a silent ThoughtSpot alone, until it has noticed that it answers again. */
    private static boolean isAnswered(Target token) throws IOException {
        try (Connection connection = new Connection(token.port())) {
            connection.ask(token.request());
            return connection.status() == 200;
        }
    }

    private List<Figure> figures(Side idle, Side hanging) {
        double ratio = (double) hanging.percentile(0.99).toNanos()
                / idle.percentile(0.99).toNanos();
        int all = ROUNDS * WAITING;
        return List.of(
                new Figure("Isolation: callers that wait during the measurement", unanswered + " of " + all, "all"),
                new Figure("Isolation: request threads that they hold", String.valueOf(busy), "0"),
                Figure.plain("Isolation: callers that get their 504 at the deadline", timeouts + " of " + all),
                Figure.plain(
                        "Isolation: the server's CPU time for a second in which they wait and nobody else asks",
                        Benchmark.millis(waitingCpu.multipliedBy(1000).dividedBy(ROUNDS * PAUSE.toMillis()))),
                Figure.plain(
                        "Isolation: the server's CPU time for a page, idle / hanging",
                        Benchmark.millis(idle.cpu()) + " / " + Benchmark.millis(hanging.cpu())),
                Figure.plain("Isolation: a page's p50, idle / hanging", both(idle, hanging, 0.5)),
                Figure.plain("Isolation: a page's p99, idle / hanging", both(idle, hanging, 0.99)),
                new Figure("Isolation: ratio of the p99", String.format("%.2f", ratio), "at most 2"));
    }

    private static String both(Side idle, Side hanging, double share) {
        return Benchmark.millis(idle.percentile(share)) + " / " + Benchmark.millis(hanging.percentile(share));
    }
}
