package io.github.tstoken.standin;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** The formula variables of the cluster, and the values that custom tokens left on the users. */
public final class Variables {
    private final Set<String> names = new CopyOnWriteArraySet<>(Set.of("region", "tenant"));
    private final Map<String, Map<String, List<String>>> byUser = new ConcurrentHashMap<>();

    Variables() {}

    /** The variables that exist: an administrator makes them, never a token. */
    public Set<String> names() {
        return names;
    }

    /** The values of a user, for every session and token of that user. */
    public Map<String, List<String>> of(String username) {
        return new TreeMap<>(byUser.getOrDefault(username, Map.of()));
    }

    /** Without values what a user has stays, as ThoughtSpot's documentation says of an empty list. */
    void persist(String username, String option, Map<String, List<String>> values) {
        if (!values.isEmpty()) {
            byUser.merge(
                    username,
                    Map.copyOf(values),
                    (before, now) -> option.equals("APPEND") ? together(before, now) : now);
        }
    }

    private static Map<String, List<String>> together(Map<String, List<String>> before, Map<String, List<String>> now) {
        Map<String, List<String>> all = new HashMap<>(before);
        now.forEach((name, values) -> all.merge(name, values, Variables::union));
        return Map.copyOf(all);
    }

    private static List<String> union(List<String> before, List<String> now) {
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(now);
        return List.copyOf(all);
    }
}
