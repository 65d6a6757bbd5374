package io.github.tstoken.standin;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The users of the cluster. */
public final class Users {
    private final Map<String, User> byName = new ConcurrentHashMap<>();

    Users() {
        add("alice", 0, 1);
        add("bob", 0);
        add("carol", 0);
    }

    /** Adds a user of the Primary Org, or of the given Orgs. */
    public User add(String name, Integer... orgs) {
        Set<Integer> memberOf = orgs.length == 0 ? Set.of(0) : Set.of(orgs);
        return put(new User(guidOf(name), name, capitalized(name), name + "@example.com", memberOf, Set.of(), false));
    }

    /** Adds or replaces a user. */
    public User put(User user) {
        byName.put(user.name(), user);
        return user;
    }

    /** The user of exactly this name. */
    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Locks an account, as an administrator or too many bad sign-ins do. */
    public void lock(String name) {
        byName.computeIfPresent(
                name,
                (key, user) ->
                        new User(user.id(), key, user.displayName(), user.email(), user.orgs(), user.groups(), true));
    }

    /** Creates or updates a user as a token request with just-in-time provisioning does. */
    User provision(String name, int org, String displayName, String email, Optional<Set<String>> groups) {
        return byName.compute(name, (key, old) -> {
            Set<Integer> orgs = new HashSet<>(old == null ? Set.of() : old.orgs());
            orgs.add(org);
            Set<String> kept = old == null ? Set.of() : old.groups();
            boolean locked = old != null && old.locked();
            return new User(guidOf(key), key, displayName, email, orgs, groups.orElse(kept), locked);
        });
    }

    /** The same name always has the same GUID, so that tests and screenshots repeat. */
    private static String guidOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
