package io.github.tstoken.standin;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Orgs of the cluster. */
final class Orgs {
    private static final Map<Integer, String> NAMES = Map.of(0, "Primary", 1, "Sales");

    private Orgs() {}

    /** Where a user is when nothing says otherwise. CHOICE: the lowest number. */
    static int usual(Set<Integer> memberOf) {
        return Collections.min(memberOf);
    }

    /** The Org of this number or name. */
    static Optional<Integer> find(String identifier) {
        return NAMES.entrySet().stream()
                .filter(org -> org.getKey().toString().equals(identifier)
                        || org.getValue().equals(identifier))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Map<String, Object> describe(int org) {
        return Map.of("id", org, "name", NAMES.getOrDefault(org, "Org " + org));
    }
}
