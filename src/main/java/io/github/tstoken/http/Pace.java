package io.github.tstoken.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** How many calls may begin in a second: a steady pace, with a few at once after a pause. */
final class Pace {
    /** ThoughtSpot counts requests per second and client address, and lets ten more pass at once; half is for delays on the way. */
    private static final int BURST = 5;

    private final Optional<Bucket> bucket;

    private Pace(Optional<Bucket> bucket) {
        this.bucket = bucket;
    }

    /**
     * A pace.
     *
     * @param perSecond calls that may begin in a second; 0 for any number
     * @param time the clock to count by
     */
    static Pace of(int perSecond, TimeMeter time) {
        if (perSecond == 0) {
            return new Pace(Optional.empty());
        }
        return new Pace(Optional.of(Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.min(BURST, perSecond)).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build()));
    }

    /** Whether one more call may begin now, which is then counted. */
    boolean take() {
        return bucket.isEmpty() || bucket.get().tryConsume(1);
    }

    /** The time until another call may begin; zero when one may now. */
    Duration untilNext() {
        return bucket.map(limit -> limit.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .map(Duration::ofNanos)
                .orElse(Duration.ZERO);
    }
}
