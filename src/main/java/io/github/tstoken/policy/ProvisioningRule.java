package io.github.tstoken.policy;

import io.github.tstoken.config.JitConfig;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.Provisioning;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what becomes of a user that ThoughtSpot does not know, and in which groups a user is. */
final class ProvisioningRule {
    private final JitConfig config;

    ProvisioningRule(JitConfig config) {
        this.config = config;
    }

    /**
     * What ThoughtSpot is told of a person.
     *
     * @throws RefusedException when there is no address or no name: an existing user would lose them
     */
    Provisioning decide(Caller caller) {
        return new Provisioning(
                SentValues.one("tstoken.user.display-name", config.displayName(), caller),
                SentValues.one("tstoken.user.email", config.email(), caller),
                groups(caller));
    }

    /** The groups that the person's roles give, of those that are configured; empty when groups stay as they are. */
    Optional<Set<String>> groups(Caller caller) {
        return config.groups().map(all -> groupsOf(caller, all));
    }

    private static Set<String> groupsOf(Caller caller, Map<String, Set<String>> rolesByGroup) {
        Set<String> groups = new TreeSet<>();
        rolesByGroup.forEach((group, roles) -> {
            if (!Collections.disjoint(roles, caller.roles())) {
                groups.add(group);
            }
        });
        return groups;
    }
}
