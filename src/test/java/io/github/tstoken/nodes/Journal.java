package io.github.tstoken.nodes;

import io.github.tstoken.nodes.Person.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What everybody was answered. */
final class Journal {
    private static final Set<Integer> EXPECTED = Set.of(200, 204, 404, 409);

    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<Doing, Integer> interrupted = new EnumMap<>(Doing.class);
    private final List<String> wrong = new ArrayList<>();
    private int reconnects;

    synchronized void note(Doing what, Answer answer) {
        answers.merge(answer.kind(), 1, Integer::sum);
        boolean isLater = answer.status() == 503 && !answer.retryAfter().isEmpty();
        if (!EXPECTED.contains(answer.status()) && !isLater) {
            wrong.add(what + " was answered with " + answer);
        }
    }

    /** Nothing came: the node ended before it had the request, or in the middle of it. */
    synchronized void noAnswer(Doing what) {
        answers.merge("no answer", 1, Integer::sum);
        interrupted.merge(what, 1, Integer::sum);
    }

    /** How many were interrupted of a kind. */
    synchronized int interrupted(Doing what) {
        return interrupted.getOrDefault(what, 0);
    }

    synchronized void reconnectNeeded() {
        reconnects++;
    }

    synchronized void wrong(String what) {
        wrong.add(what);
    }

    synchronized Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    /** What must not be. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many connections had to be made again. */
    synchronized int reconnects() {
        return reconnects;
    }
}
