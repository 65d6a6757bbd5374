package io.github.tstoken.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for requests, per path. */
public final class Faults {
    private final Map<String, Deque<Planned>> byPath = new HashMap<>();

    Faults() {}

    /** The next {@code times} requests to the path meet the fault, after those planned before. */
    public synchronized void next(String path, Fault fault, int times) {
        byPath.computeIfAbsent(path, key -> new ArrayDeque<>()).add(new Planned(fault, times));
    }

    /** Every request to the path meets the fault, until {@link #clear}. */
    public void always(String path, Fault fault) {
        next(path, fault, Integer.MAX_VALUE);
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        byPath.clear();
    }

    synchronized Optional<Fault> take(String path) {
        Deque<Planned> planned = byPath.getOrDefault(path, new ArrayDeque<>());
        Optional<Planned> first = Optional.ofNullable(planned.poll());
        first.filter(fault -> fault.times() > 1)
                .ifPresent(fault -> planned.addFirst(new Planned(fault.fault(), fault.times() - 1)));
        return first.map(Planned::fault);
    }

    private record Planned(Fault fault, int times) {}
}
