package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.AbacConfig.PersistOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that a custom token gives to formula variables. Two are equal when they give the same rights: the order in which
 * a sign-in happens to list its attributes, and doubled values, mean nothing.
 *
 * @param persist what becomes of the values that the user has already
 * @param byName the values by the name of the variable, both sorted
 */
public record VariableValues(PersistOption persist, Map<String, List<String>> byName) {
    public VariableValues {
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        byName.forEach((name, values) ->
                sorted.put(name, values.stream().distinct().sorted().toList()));
        byName = Collections.unmodifiableSortedMap(sorted);
    }
}
