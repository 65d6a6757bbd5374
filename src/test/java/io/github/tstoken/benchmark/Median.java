package io.github.tstoken.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median: one round that the machine disturbed does not change it much. */
final class Median {
    private Median() {}

    static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
