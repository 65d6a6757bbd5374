package io.github.tstoken.oauth;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.UpstreamFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer, kept. They are fetched again behind the requests, and while the issuer does not answer the old ones
 * stay in use for a day.
 *
 * <p>Guarantees: one fetch at a time; after one that gave keys the next is a minute later at the earliest, whatever comes in,
 * after one that failed five seconds; a request waits two seconds at most, and few do. Thread-safe.
 */
final class PublishedKeys {
    /** After which time keys are fetched again, though they are in use meanwhile. */
    static final Duration REFRESH = Duration.ofMinutes(5);
    /** How long keys are in use when no newer ones are to be had. */
    static final Duration USABLE = Duration.ofHours(24);
    /** Between two fetches: a token can name any key, and must not make us ask for it all the time. */
    static final Duration PAUSE = Duration.ofMinutes(1);
    /** The same, after one that failed. */
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/jwk-set+json, application/json");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 8;
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private final Supplier<CompletionStage<KeySet>> source;
    private final LongSupplier nanoTime;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private Optional<Fetched> known = Optional.empty();
    private Optional<Attempt> last = Optional.empty();

    private record Fetched(KeySet keys, long at) {}

    private record Attempt(CompletableFuture<KeySet> outcome, long at) {
        Duration pause() {
            return outcome.isCompletedExceptionally() ? PAUSE_AFTER_FAILURE : PAUSE;
        }
    }

    /**
     * Knows no key yet.
     *
     * @param source asks the issuer; never blocks
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    PublishedKeys(Supplier<CompletionStage<KeySet>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** Asks an issuer once. */
    static CompletionStage<KeySet> ask(BoundedHttp http, URI address) {
        return http.send(HttpCall.get(address, ACCEPT)).thenApply(PublishedKeys::keys);
    }

    private static KeySet keys(HttpAnswer answer) {
        if (answer.status() != 200) {
            throw new UpstreamFailure(UpstreamFailure.Kind.INVALID, "the status is " + answer.status());
        }
        return KeySet.parse(answer.body())
                .orElseThrow(() -> new UpstreamFailure(UpstreamFailure.Kind.INVALID, "it is no set of usable keys"));
    }

    /** As {@link #keyFor}, for those who do not wait: the stage fails when it could not be found out. */
    CompletionStage<Optional<JWK>> find(JWSHeader header) {
        Optional<JWK> key = usable().flatMap(keys -> keys.keyFor(header));
        return key.isPresent()
                ? CompletableFuture.completedFuture(key)
                : fetch().thenApply(keys -> keys.keyFor(header));
    }

    /**
     * The key that a token with this header can be signed with; empty when the issuer has none.
     *
     * @throws KeysUnavailableException when that could not be found out
     */
    Optional<JWK> keyFor(JWSHeader header) throws KeysUnavailableException {
        Optional<JWK> key = usable().flatMap(keys -> keys.keyFor(header));
        return key.isPresent() ? key : awaited(fetch()).keyFor(header);
    }

    /** What is known and not too old. Where it is no longer new, newer keys are fetched behind the request. */
    private synchronized Optional<KeySet> usable() {
        if (known.filter(keys -> age(keys.at()).compareTo(REFRESH) < 0).isEmpty()) {
            CompletableFuture<KeySet> unused = fetch();
        }
        return known.filter(keys -> age(keys.at()).compareTo(USABLE) < 0).map(Fetched::keys);
    }

    /** Asks the issuer; where that was done just now, what came or comes of it. */
    synchronized CompletableFuture<KeySet> fetch() {
        Optional<Attempt> recent = last.filter(attempt -> age(attempt.at()).compareTo(attempt.pause()) < 0);
        if (recent.isPresent()) {
            return recent.get().outcome();
        }
        Attempt attempt = new Attempt(new CompletableFuture<>(), nanoTime.getAsLong());
        boolean wasFailing = last.filter(before -> before.outcome().isCompletedExceptionally())
                .isPresent();
        last = Optional.of(attempt);
        CompletionStage<KeySet> unused =
                source.get().whenComplete((keys, failure) -> settle(attempt, keys, failure, wasFailing));
        return attempt.outcome();
    }

    private void settle(Attempt attempt, KeySet keys, Throwable failure, boolean wasFailing) {
        if (failure == null) {
            keep(new Fetched(keys, attempt.at()));
            attempt.outcome().complete(keys);
            return;
        }
        if (!wasFailing) {
            LOG.warn("the keys by which tokens are verified cannot be fetched: {}", failure.getMessage());
        }
        attempt.outcome().completeExceptionally(failure);
    }

    private synchronized void keep(Fetched fetched) {
        known = Optional.of(fetched);
    }

    private Duration age(long at) {
        return Duration.ofNanos(nanoTime.getAsLong() - at);
    }

    /** Whoever waits here holds a thread of the server, so that few may, and not for long. */
    private KeySet awaited(CompletableFuture<KeySet> outcome) throws KeysUnavailableException {
        boolean waits = !outcome.isDone();
        if (waits && !places.tryAcquire()) {
            throw new KeysUnavailableException("too many requests wait for the issuer's keys");
        }
        try {
            return outcome.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException noKeys) {
            throw new KeysUnavailableException("the issuer's keys are not to be had");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailableException("interrupted while waiting for the issuer's keys");
        } finally {
            if (waits) {
                places.release();
            }
        }
    }
}
