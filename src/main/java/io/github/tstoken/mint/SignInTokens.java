package io.github.tstoken.mint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The tokens of the sign-ins, in memory alone. Bounded: a few of each sign-in, and of all sign-ins together so many
 * characters; what no longer fits is forgotten, and ends at ThoughtSpot by itself.
 */
public final class SignInTokens {
    private static final int MOST_OF_A_SIGN_IN = 16;
    private static final long MOST_CHARACTERS = 32L << 20;
    /** What a sign-in costs without its tokens. */
    private static final int BASE_WEIGHT = 256;

    private static final int MOST_ENDS = 100_000;

    private final Clock clock;
    private final Cache<Fingerprint, List<HeldToken>> bySession;
    private final AtomicLong moments = new AtomicLong();
    private final Cache<Fingerprint, Long> ends;

    /**
     * Nothing yet.
     *
     * @param longestLife of a token
     * @param longestMint the longest time from the beginning of a mint to its token
     */
    public SignInTokens(Clock clock, Duration longestLife, Duration longestMint) {
        this.clock = clock;
        // The default executor is a pool of the whole JVM, whose threads would keep our class loader.
        this.bySession = Caffeine.newBuilder()
                .executor(Runnable::run)
                .expireAfterWrite(longestLife)
                .maximumWeight(MOST_CHARACTERS)
                .weigher(SignInTokens::weight)
                .build();
        this.ends = Caffeine.newBuilder()
                .executor(Runnable::run)
                .expireAfterWrite(longestMint.plusSeconds(1))
                .maximumSize(MOST_ENDS)
                .build();
    }

    private static int weight(Fingerprint session, List<HeldToken> tokens) {
        return BASE_WEIGHT
                + tokens.stream()
                        .mapToInt(token -> BASE_WEIGHT + token.length())
                        .sum();
    }

    /** The token that these may get again, the newest; never one past half of its life. */
    Optional<HeldToken> reusable(Share share) {
        Instant now = clock.instant();
        return of(share.signIn().session()).stream()
                .filter(token -> token.isReusable(share, now))
                .findFirst();
    }

    /** A moment, for {@link #keep}. */
    long moment() {
        return moments.get();
    }

    /**
     * Keeps a token. One without a known end is not kept: nobody could say how long it may be reused.
     *
     * @param begun the moment when it was asked for
     * @return whether the sign-in still goes on; otherwise the token must be ended
     */
    boolean keep(Share share, LoginToken token, long begun) {
        return token.expiresAt().isEmpty() || keep(HeldToken.of(share, token, clock.instant()), begun);
    }

    /** Keeps a token that is never used again, to end it with the sign-in; otherwise as {@link #keep}. */
    boolean keepForTheEnd(Share share, LoginToken token, long begun) {
        return token.expiresAt().isEmpty() || keep(HeldToken.ofOneOrder(share, token, clock.instant()), begun);
    }

    private boolean keep(HeldToken newest, long begun) {
        Fingerprint session = newest.share().signIn().session();
        Instant now = clock.instant();
        change(
                session,
                held -> fewEnough(Stream.concat(Stream.of(newest), held.stream().filter(each -> each.isAlive(now)))
                        .toList()));
        Long end = ends.getIfPresent(session);
        if (end == null || end <= begun) {
            return true;
        }
        remove(session, each -> each.token().equals(newest.token()));
        return false;
    }

    /** Of too many, the one that ends first: it would be missed for the shortest time. */
    private static List<HeldToken> fewEnough(List<HeldToken> newestFirst) {
        if (newestFirst.size() <= MOST_OF_A_SIGN_IN) {
            return newestFirst;
        }
        HeldToken first = newestFirst.stream()
                .reduce((one, older) -> older.end().isAfter(one.end()) ? one : older)
                .orElseThrow();
        return newestFirst.stream().filter(each -> !each.equals(first)).toList();
    }

    /** ThoughtSpot says that a token is good. */
    void vouchedFor(HeldToken good) {
        Instant now = clock.instant();
        change(
                good.share().signIn().session(),
                held -> held.stream()
                        .map(each -> each.token().equals(good.token()) ? each.vouchedFor(now) : each)
                        .toList());
    }

    /** ThoughtSpot does not say that a token is good. */
    void forget(HeldToken doubtful) {
        remove(doubtful.share().signIn().session(), each -> each.token().equals(doubtful.token()));
    }

    /** The secret key is another one, and with it ThoughtSpot may end what the old one minted. */
    public void forgetAll() {
        bySession.invalidateAll();
    }

    /** A session ends: its tokens that are still alive, which are no longer kept. */
    List<HeldToken> end(Fingerprint session) {
        ends.put(session, moments.incrementAndGet());
        List<HeldToken> held = bySession.asMap().remove(session);
        Instant now = clock.instant();
        return Stream.ofNullable(held)
                .flatMap(List::stream)
                .filter(token -> token.isAlive(now))
                .toList();
    }

    private List<HeldToken> of(Fingerprint session) {
        return Optional.ofNullable(bySession.getIfPresent(session)).orElse(List.of());
    }

    private void remove(Fingerprint session, Predicate<HeldToken> which) {
        change(session, held -> held.stream().filter(which.negate()).toList());
    }

    private void change(Fingerprint session, UnaryOperator<List<HeldToken>> how) {
        bySession.asMap().compute(session, (key, held) -> {
            List<HeldToken> changed = how.apply(held == null ? List.of() : held);
            return changed.isEmpty() ? null : changed;
        });
    }
}
