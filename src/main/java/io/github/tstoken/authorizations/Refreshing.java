package io.github.tstoken.authorizations;

import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.ProviderId;
import io.github.tstoken.store.RefreshLease;
import io.github.tstoken.store.UserKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Refreshes authorizations, each by one at a time: within this process all who want the same refresh share it, and of several
 * nodes the one with the lease in the database does it. Whoever does not get the lease looks again before every try, and finds
 * what the other has stored.
 */
final class Refreshing {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** Half of the connections to one: what goes out under a lease must not wait for a connection. */
    private static final int MOST_OF_A_PROVIDER = 32;

    private static final Duration WAIT_OF_OTHERS = Duration.ofSeconds(2);

    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final LeasedRefresh leased;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<ProviderId, Places> placesOf = new ConcurrentHashMap<>();
    private final ConcurrentMap<Row, CompletableFuture<Authorization>> underWay = new ConcurrentHashMap<>();

    private record Row(UserKey user, ProviderId provider) {}

    /** What a look at the database shows. */
    private record Look(Optional<Authorization> authorization, Optional<Duration> pause) {}

    Refreshing(
            AuthorizationStore store,
            DatabaseThreads threads,
            LeasedRefresh leased,
            Clock clock,
            LongSupplier nanoTime) {
        this.store = store;
        this.threads = threads;
        this.leased = leased;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Refreshes an authorization, or waits for who does.
     *
     * @return the authorization as it then is, with a token that can be used; or an {@link AuthorizationFailure}
     */
    CompletionStage<Authorization> refresh(Refresh wanted) {
        Row row = new Row(wanted.seen().user(), wanted.provider().id());
        CompletableFuture<Authorization> mine = new CompletableFuture<>();
        CompletableFuture<Authorization> others = underWay.putIfAbsent(row, mine);
        if (others != null) {
            return others;
        }
        CompletionStage<Authorization> unused = tried(wanted, nanoTime.getAsLong() + LONGEST_WAIT.toNanos())
                .whenComplete((refreshed, failure) -> {
                    underWay.remove(row, mine);
                    if (failure == null) {
                        mine.complete(refreshed);
                    } else {
                        mine.completeExceptionally(Causes.of(failure));
                    }
                });
        return mine;
    }

    private CompletionStage<Authorization> tried(Refresh wanted, long end) {
        Places places =
                placesOf.computeIfAbsent(wanted.provider().id(), provider -> new Places(MOST_OF_A_PROVIDER, threads));
        return places.take(Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong())))
                .thenCompose(isMine ->
                        isMine ? triedWith(places, wanted, end) : CompletableFuture.failedFuture(busy(WAIT_OF_OTHERS)));
    }

    private CompletionStage<Authorization> triedWith(Places places, Refresh wanted, long end) {
        Duration length = LeasedRefresh.leaseFor(wanted.provider());
        return threads.finish(() -> store.leaseForRefresh(wanted.seen(), length))
                .thenCompose(lease -> lease.map(mine -> refreshed(mine, wanted).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())))
                .whenComplete((refreshed, failure) -> places.give())
                .thenCompose(refreshed -> refreshed
                        .<CompletionStage<Authorization>>map(CompletableFuture::completedFuture)
                        .orElseGet(() -> lookedAgain(wanted, end)));
    }

    /** When another was faster all the same, what counts is what is there now. */
    private CompletionStage<Authorization> refreshed(RefreshLease lease, Refresh wanted) {
        return leased.refresh(lease, wanted)
                .thenCompose(stored -> threads.finish(() -> usable(
                        store.find(wanted.seen().user(), wanted.provider().id()))));
    }

    private Authorization usable(Optional<Authorization> found) {
        Authorization now = found.orElseThrow(Refreshing::disconnected);
        return switch (Need.of(now, Duration.ZERO, clock.instant())) {
            case NONE -> now;
            case RECONNECT -> throw reconnect();
            case REFRESH -> throw busy(WAIT_OF_OTHERS);
        };
    }

    /** Somebody else has the lease, or has just done it, or has found the provider down. */
    private CompletionStage<Authorization> lookedAgain(Refresh wanted, long end) {
        return threads.finish(() -> look(wanted.seen())).thenCompose(look -> {
            Authorization now = look.authorization().orElseThrow(Refreshing::disconnected);
            return switch (Need.of(now, wanted.minimum(), clock.instant())) {
                case NONE -> CompletableFuture.completedFuture(now);
                case RECONNECT -> CompletableFuture.failedFuture(reconnect());
                case REFRESH -> triedAgain(wanted.of(now), look.pause(), end);
            };
        });
    }

    private Look look(Authorization seen) {
        Optional<Authorization> now = store.find(seen.user(), seen.provider());
        return new Look(now, now.flatMap(store::pause));
    }

    private CompletionStage<Authorization> triedAgain(Refresh wanted, Optional<Duration> pause, long end) {
        if (pause.isPresent()) {
            return CompletableFuture.failedFuture(busy(pause.get()));
        }
        if (nanoTime.getAsLong() - end >= 0) {
            return CompletableFuture.failedFuture(busy(WAIT_OF_OTHERS));
        }
        return threads.after(aWhile()).thenCompose(later -> tried(wanted, end));
    }

    /** Nodes that wait for the same must not look at the same moments. */
    private static Duration aWhile() {
        return BETWEEN_LOOKS
                .multipliedBy(ThreadLocalRandom.current().nextInt(75, 126))
                .dividedBy(100);
    }

    private static AuthorizationFailure disconnected() {
        return new AuthorizationFailure(AuthorizationFailure.Kind.NOT_CONNECTED, "the person is not connected");
    }

    private static AuthorizationFailure reconnect() {
        return new AuthorizationFailure(AuthorizationFailure.Kind.RECONNECT_NEEDED, "the person has to connect again");
    }

    private static AuthorizationFailure busy(Duration wait) {
        return new AuthorizationFailure(
                AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE, "no token could be had in time", Optional.of(wait));
    }
}
