package io.github.tstoken.mint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.tstoken.identity.Caller;
import java.time.Duration;
import java.util.Optional;

/**
 * How many mints one person may cause in a minute. Only people who are signed in and to whom the policy gives something are
 * counted, so that nobody else can fill the table; who has not asked for a minute is forgotten, since all is theirs again.
 */
public final class PersonLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_PEOPLE = 100_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<Person, Bucket> people;

    private record Person(String source, String name) {}

    /**
     * A limit.
     *
     * @param perMinute mints of one person; 0 for any number
     */
    public PersonLimit(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_NANOTIME);
    }

    PersonLimit(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        this.people = Caffeine.newBuilder()
                .executor(Runnable::run)
                .expireAfterAccess(MINUTE)
                .maximumSize(MOST_PEOPLE)
                .build();
    }

    /** Counts one mint. The time after which the person may have it, when they have had too many; then none is counted. */
    Optional<Duration> count(Caller caller) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = people.get(new Person(caller.source(), caller.name()), person -> bucket())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}
