package io.github.tstoken.nodes;

import io.github.tstoken.nodes.Person.Answer;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Access tokens end, and many ask both nodes for each of them at once, while the provider takes up to four seconds. */
final class Expiries {
    private static final int CALLERS_ON_EACH_NODE = 8;
    private static final int CONNECTING_AT_ONCE = 16;
    /** As many refreshes as both nodes have in flight at most. */
    static final int WITHIN_BOUNDS = 64;

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String SOON = "1";
    private static final String LATE = "3600";

    private final Cluster cluster;
    private final int atOnce;
    private final RunningProvider provider;
    private final List<Person> people;
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param refreshes how many the provider saw
     * @param reuses how many used refresh tokens it saw
     * @param answers how many there were of each kind
     * @param wrong answers that are neither the new token nor a 503 with a time to come back
     * @param took from the first expiry to the last answer
     */
    record Outcome(int refreshes, int reuses, Map<String, Integer> answers, List<String> wrong, Duration took) {}

    /**
     * Expiries that will happen.
     *
     * @param number how many
     * @param atOnce how many at the same time
     */
    Expiries(Cluster cluster, int number, int atOnce) {
        this.cluster = cluster;
        this.atOnce = atOnce;
        this.provider = cluster.provider();
        this.people = Cluster.people("expiring", number);
    }

    Outcome run() throws InterruptedException {
        provider.behaviour().expiresIn = Optional.of(SOON);
        inParallel(CONNECTING_AT_ONCE, this::connected);
        provider.behaviour().expiresIn = Optional.of(LATE);
        provider.behaviour().slowest = Duration.ofSeconds(4);
        int refreshes = provider.counts().refreshes.get();
        int reuses = provider.counts().reuses.get();
        long begun = System.nanoTime();
        inParallel(atOnce, this::asked);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        provider.behaviour().slowest = Duration.ZERO;
        inParallel(CONNECTING_AT_ONCE, this::askedAgain);
        return new Outcome(
                provider.counts().refreshes.get() - refreshes,
                provider.counts().reuses.get() - reuses,
                answers,
                wrong,
                took);
    }

    /** Something for each person, for so many at once. */
    private void inParallel(int most, Function<Person, CompletableFuture<?>> work) throws InterruptedException {
        Semaphore places = new Semaphore(most);
        for (Person person : people) {
            take(places, 1);
            CompletableFuture<?> unused = work.apply(person).whenComplete((done, failure) -> {
                if (failure != null) {
                    wrong(person.name() + ": " + failure);
                }
                places.release();
            });
        }
        take(places, most);
    }

    private static void take(Semaphore places, int number) throws InterruptedException {
        if (!places.tryAcquire(number, LONG.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("an answer is missing");
        }
    }

    private CompletableFuture<?> connected(Person person) {
        return person.connect(cluster.any(), cluster.any()).thenAccept(answer -> {
            if (!answer.body().contains("result=connected")) {
                wrong(person.name() + " did not connect: " + answer);
            }
        });
    }

    private CompletableFuture<?> asked(Person person) {
        List<CompletableFuture<Answer>> all = cluster.nodes().stream()
                .flatMap(node -> Stream.generate(() -> node).limit(CALLERS_ON_EACH_NODE))
                .map(person::token)
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenRun(() ->
                        judge(person, all.stream().map(CompletableFuture::join).toList()));
    }

    /** By then everybody has the new token, from whatever node. */
    private CompletableFuture<?> askedAgain(Person person) {
        return person.token(cluster.a()).thenCombine(person.token(cluster.b()), (first, second) -> {
            if (first.status() != 200 || !first.accessToken().equals(second.accessToken())) {
                wrong(person.name() + " got in the end " + first.kind() + " and " + second.kind());
            }
            return first;
        });
    }

    private synchronized void judge(Person person, List<Answer> got) {
        Set<String> tokens = new HashSet<>();
        for (Answer answer : got) {
            answers.merge(answer.kind(), 1, Integer::sum);
            if (answer.status() == 200) {
                tokens.add(answer.accessToken());
            } else if (answer.status() != 503 || answer.retryAfter().isEmpty()) {
                wrong(person.name() + " got " + answer);
            }
        }
        if (tokens.size() > 1 || !tokens.stream().allMatch(provider::isGood)) {
            wrong(person.name() + " got " + tokens.size() + " tokens, or one that is not good");
        }
    }

    private synchronized void wrong(String what) {
        wrong.add(what);
    }
}
