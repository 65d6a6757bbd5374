package io.github.tstoken.benchmark;

import io.github.tstoken.benchmark.FlappingUpstream.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/** People ask for tokens at a steady pace, from a ThoughtSpot that fails and recovers by turns. */
final class Flapping {
    private static final int SIGN_INS = 50;
    private static final int PER_SECOND = 50;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    /** For the way through a machine that does other things too. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    private static final int CYCLES_OF_A_MINUTE = 3;
    private static final List<State> FAILURES =
            List.of(State.REFUSING, State.SILENT, State.UNAVAILABLE, State.RESETTING);

    private final Launcher launcher;
    private final int cycles;
    private final List<SignIn> people = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Resources> resources = new ArrayList<>();

    Flapping(Launcher launcher, int cycles) {
        this.launcher = launcher;
        this.cycles = cycles;
    }

    /** Runs, and says what people got. */
    Tally run() throws IOException, InterruptedException {
        try (FlappingUpstream thoughtSpot = new FlappingUpstream();
                ServerProcess server = launcher.withTsTokenAsInstalled(
                        thoughtSpot.url(),
                        Map.of(
                                "tstoken.thoughtspot.timeout",
                                DEADLINE.toString(),
                                "tstoken.limits.per-user",
                                "100000"))) {
            for (int number = 0; number < SIGN_INS; number++) {
                people.add(SignIn.of(SignIn.PEOPLE.get(number % SignIn.PEOPLE.size()), server.port()));
            }
            Tally tally = new Tally(thoughtSpot);
            ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(Daemon::thread);
            try {
                ScheduledFuture<?> unused =
                        pace.scheduleAtFixedRate(() -> ask(tally), 0, 1000 / PER_SECOND, TimeUnit.MILLISECONDS);
                flap(thoughtSpot, server, tally);
            } finally {
                pace.shutdownNow();
            }
            awaitLast(tally);
            return tally;
        }
    }

    private void flap(FlappingUpstream thoughtSpot, ServerProcess server, Tally tally)
            throws IOException, InterruptedException {
        pause();
        for (int cycle = 0; cycle < cycles; cycle++) {
            thoughtSpot.become(FAILURES.get(cycle % FAILURES.size()));
            pause();
            tally.recovered(System.nanoTime());
            thoughtSpot.become(State.WORKING);
            pause();
            resources.add(server.resources());
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(TURN.toMillis());
    }

    /** One wants a new token, the next any that its sign-in has; and the next time it is the other way round. */
    private void ask(Tally tally) {
        int number = asked.getAndIncrement();
        SignIn person = people.get(number % SIGN_INS);
        boolean fresh = (number + number / SIGN_INS) % 2 == 0;
        long begin = System.nanoTime();
        CompletableFuture<?> unused = person.fetch(fresh ? "/ts-token/token?fresh=true" : "/ts-token/token")
                .whenComplete((answer, failure) -> tally.note(person.name(), begin, answer, failure));
    }

    private void awaitLast(Tally tally) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.multipliedBy(2).toNanos();
        while (answers(tally) < asked.get() && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int answers(Tally tally) {
        return tally.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What came of a run. */
    List<Figure> figures(Tally tally) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("Flapping: answers to requests", answers(tally) + " to " + asked, "all"));
        figures.add(new Figure(
                "Flapping: neither a right token nor a problem as documented",
                String.valueOf(tally.wrongAnswers()),
                "0"));
        tally.outcomes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(outcome -> Figure.plain("Flapping: " + outcome.getKey(), String.valueOf(outcome.getValue())))
                .forEach(figures::add);
        figures.add(new Figure(
                "Flapping: the longest wait for an answer",
                Benchmark.millis(tally.longest()),
                "at most " + Benchmark.millis(DEADLINE.plus(ON_THE_WAY))));
        figures.add(
                new Figure("Flapping: recoveries noticed", tally.recoveries().size() + " of " + cycles, "all"));
        figures.add(new Figure(
                "Flapping: from a recovery to the first new token, at most",
                Benchmark.millis(
                        tally.recoveries().stream().max(Duration::compareTo).orElse(Duration.ZERO)),
                "at most 1 s"));
        figures.add(growth("heap after a collection, KiB", held -> held.heap() / 1024));
        figures.add(growth("threads", Resources::threads));
        figures.add(growth("open files and sockets", Resources::files));
        return figures;
    }

    /** The most of the first minute and of the last. */
    private Figure growth(String what, ToLongFunction<Resources> amount) {
        int minute = Math.min(CYCLES_OF_A_MINUTE, resources.size());
        long first = most(resources.subList(0, minute), amount);
        long last = most(resources.subList(resources.size() - minute, resources.size()), amount);
        return new Figure(
                "Flapping: " + what + ", first minute / last", first + " / " + last, "not more than a tenth more");
    }

    private static long most(List<Resources> minute, ToLongFunction<Resources> amount) {
        return minute.stream().mapToLong(amount).max().orElse(0);
    }
}
