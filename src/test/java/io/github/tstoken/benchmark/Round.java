package io.github.tstoken.benchmark;

import java.time.Duration;
import java.util.stream.LongStream;

/** How long each of many requests took. */
final class Round {
    private final long[] sorted;
    private final Duration time;

    /**
     * A round.
     *
     * @param nanos the time of each request in nanoseconds
     * @param time how long the whole round took
     */
    Round(LongStream nanos, Duration time) {
        this.sorted = nanos.sorted().toArray();
        this.time = time;
    }

    int count() {
        return sorted.length;
    }

    double perSecond() {
        return sorted.length / (time.toNanos() / 1e9);
    }

    /** The time that this share of the requests, such as 0.99, did not exceed. */
    Duration percentile(double share) {
        return Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
