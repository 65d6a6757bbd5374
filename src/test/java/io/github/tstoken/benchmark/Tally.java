package io.github.tstoken.benchmark;

import io.github.tstoken.benchmark.FlappingUpstream.Mint;
import io.github.tstoken.web.answer.Problem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people got while ThoughtSpot failed and recovered. */
final class Tally {
    private static final int MOST_EXAMPLES = 10;

    private final FlappingUpstream thoughtSpot;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();
    private int wrongAnswers;
    private Duration longest = Duration.ZERO;
    private Optional<Long> recovering = Optional.empty();

    Tally(FlappingUpstream thoughtSpot) {
        this.thoughtSpot = thoughtSpot;
    }

    /** ThoughtSpot works again, from this moment of {@link System#nanoTime()}. */
    synchronized void recovered(long moment) {
        recovering = Optional.of(moment);
    }

    /** Notes what somebody got who asked at that moment. */
    synchronized void note(String name, long asked, HttpResponse<String> answer, Throwable failure) {
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - asked);
        longest = took.compareTo(longest) > 0 ? took : longest;
        Optional<String> outcome = failure == null ? outcome(name, answer, now) : Optional.empty();
        outcomes.merge(outcome.orElse("wrong"), 1, Integer::sum);
        if (outcome.isEmpty()) {
            wrong(name + ": "
                    + (failure == null ? answer + " " + answer.headers().map() : failure));
        }
    }

    private void wrong(String example) {
        wrongAnswers++;
        if (wrong.size() < MOST_EXAMPLES) {
            wrong.add(example);
        }
    }

    /** A token of exactly this person, or a problem of ThoughtSpot's with its own status and without a body; otherwise empty. */
    private Optional<String> outcome(String name, HttpResponse<String> answer, long now) {
        if (answer.statusCode() == 200) {
            Optional<Mint> mint = thoughtSpot
                    .mint(answer.body())
                    .filter(each -> each.username().equals(name));
            mint.ifPresent(each -> success(each, now));
            return mint.map(each -> "token");
        }
        return answer.headers()
                .firstValue("Problem")
                .flatMap(slug -> Arrays.stream(Problem.values())
                        .filter(problem -> problem.slug().equals(slug) && isThoughtSpots(problem))
                        .filter(problem -> problem.status() == answer.statusCode())
                        .findFirst())
                .filter(problem -> answer.body().isEmpty())
                .map(problem -> problem.status() + " " + problem.slug());
    }

    /** They are all signed in, and ask for nothing that they may not have. */
    private static boolean isThoughtSpots(Problem problem) {
        return problem == Problem.OVERLOADED || problem.slug().startsWith("upstream-");
    }

    private void success(Mint mint, long now) {
        if (recovering.isPresent() && mint.at() - recovering.get() >= 0) {
            recoveries.add(Duration.ofNanos(now - recovering.get()));
            recovering = Optional.empty();
        }
    }

    /** How many answers there were of each kind. */
    synchronized Map<String, Integer> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Answers that are neither a right token nor a problem as it should be, and lacking answers. */
    synchronized int wrongAnswers() {
        return wrongAnswers;
    }

    /** Some of the wrong answers. */
    synchronized List<String> examples() {
        return List.copyOf(wrong);
    }

    synchronized Duration longest() {
        return longest;
    }

    /** From each recovery of ThoughtSpot to the first new token in somebody's hands. */
    synchronized List<Duration> recoveries() {
        return List.copyOf(recoveries);
    }
}
