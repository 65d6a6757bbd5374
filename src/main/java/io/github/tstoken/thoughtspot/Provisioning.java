package io.github.tstoken.thoughtspot;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Just-in-time provisioning: ThoughtSpot makes the user when there is none. A user that there is gets the same name, address and
 * groups, except with a custom token, which changes nobody.
 *
 * @param displayName the name that people see
 * @param email the e-mail address
 * @param groups the names of the user's groups, instead of those that the user has (REST v1 adds them only); empty when they
 *     stay as they are
 */
public record Provisioning(String displayName, String email, Optional<Set<String>> groups) {
    public Provisioning {
        groups = groups.map(names -> Collections.unmodifiableSortedSet(new TreeSet<>(names)));
    }
}
