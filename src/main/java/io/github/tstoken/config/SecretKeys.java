package io.github.tstoken.config;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The secret keys of trusted authentication.
 *
 * @param cluster the key of the cluster: it can mint a token for anybody, in every Org
 * @param ofOrgs keys that are good for one Org alone, by the Org's id
 */
public record SecretKeys(SecretKeyPair cluster, Map<Integer, SecretKeyPair> ofOrgs) {
    public SecretKeys {
        ofOrgs = Map.copyOf(ofOrgs);
    }

    /**
     * The key for tokens of an Org: its own where there is one, else the cluster's.
     *
     * @param org empty when ThoughtSpot chooses the Org
     */
    public SecretKeyPair of(OptionalInt org) {
        return org.isPresent() ? ofOrgs.getOrDefault(org.getAsInt(), cluster) : cluster;
    }
}
