package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.SecretKeyPair;
import io.github.tstoken.config.SecretKeys;
import io.github.tstoken.config.SecretRing;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The secret keys by the Org that they are good for, each with what is known of it. */
final class KeyRings {
    private final SecretKeys keys;
    private final Runnable whenAKeyChanges;
    private final Map<SecretKeyPair, SecretRing> rings = new ConcurrentHashMap<>();

    /**
     * Rings of which no key has minted yet.
     *
     * @param whenAKeyChanges run when another key mints than did before
     */
    KeyRings(SecretKeys keys, Runnable whenAKeyChanges) {
        this.keys = keys;
        this.whenAKeyChanges = whenAKeyChanges;
    }

    /**
     * The keys for tokens of an Org.
     *
     * @param org empty when ThoughtSpot chooses the Org
     */
    SecretRing of(OptionalInt org) {
        return rings.computeIfAbsent(keys.of(org), pair -> new SecretRing(pair.key(), pair.next(), whenAKeyChanges));
    }
}
