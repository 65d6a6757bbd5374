package io.github.tstoken.standin;

import java.util.Set;

/**
 * A user of the cluster.
 *
 * @param id the user's GUID
 * @param name the name that signs in, compared exactly
 * @param displayName what people see
 * @param email the address, or an empty text
 * @param orgs numbers of the Orgs that the user belongs to
 * @param groups names of the user's groups
 * @param locked whether the account is locked
 */
public record User(
        String id,
        String name,
        String displayName,
        String email,
        Set<Integer> orgs,
        Set<String> groups,
        boolean locked) {
    public User {
        orgs = Set.copyOf(orgs);
        groups = Set.copyOf(groups);
    }
}
