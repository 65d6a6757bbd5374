package io.github.tstoken.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of two that are compared: its rounds, and what they cost the server. */
final class Side {
    private final ServerProcess server;
    private final Load load;
    private final List<Round> rounds = new ArrayList<>();
    private Duration cpu = Duration.ZERO;

    Side(ServerProcess server, Load load) {
        this.server = server;
        this.load = load;
    }

    void run() throws IOException, InterruptedException {
        Duration before = server.cpu();
        rounds.add(load.run());
        cpu = cpu.plus(server.cpu().minus(before));
    }

    /** The median of the rounds. */
    double perSecond() {
        return Median.of(rounds, Round::perSecond);
    }

    /** The median of the rounds of the time that this share of the requests, such as 0.99, did not exceed. */
    Duration percentile(double share) {
        return Duration.ofNanos(
                (long) Median.of(rounds, round -> round.percentile(share).toNanos()));
    }

    /** The CPU time of the server for one answer. */
    Duration cpu() {
        return cpu.dividedBy(rounds.stream().mapToInt(Round::count).sum());
    }
}
