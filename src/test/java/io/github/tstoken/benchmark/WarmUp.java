package io.github.tstoken.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Load until the JVM has compiled what matters: then its compilers are idle but for a fiftieth of the time. */
final class WarmUp {
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int MOST_ROUNDS = 15;
    private static final int MOST_ANSWERS = 500_000;

    private WarmUp() {}

    static void run(ServerProcess server, List<Target> targets, int callers) throws IOException, InterruptedException {
        Load load = new Load(targets, callers, ROUND, MOST_ANSWERS);
        Duration spent = ROUND;
        for (int round = 0; round < MOST_ROUNDS && spent.multipliedBy(50).compareTo(ROUND) > 0; round++) {
            Duration before = server.compiled();
            load.run();
            spent = server.compiled().minus(before);
        }
    }
}
