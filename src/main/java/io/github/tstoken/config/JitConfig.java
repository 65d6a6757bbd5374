package io.github.tstoken.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Just-in-time provisioning: users that ThoughtSpot does not know are made with their first token.
 *
 * @param email where the e-mail address comes from
 * @param displayName where the name that people see comes from
 * @param groups the roles that make a member of each group, any one of them; empty when tokens say nothing of groups
 */
public record JitConfig(
        AttributeExpression email, AttributeExpression displayName, Optional<Map<String, Set<String>>> groups) {
    public JitConfig {
        groups = groups.map(JitConfig::copy);
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> groups) {
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        groups.forEach((group, roles) -> copy.put(group, Set.copyOf(roles)));
        return Collections.unmodifiableSortedMap(copy);
    }

    Stream<AttributeExpression> expressions() {
        return Stream.of(email, displayName);
    }

    Stream<String> roles() {
        return groups.stream().flatMap(all -> all.values().stream()).flatMap(Set::stream);
    }
}
