package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretKeyPair;
import io.github.tstoken.config.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The secret keys, of which ThoughtSpot accepts one: the one that minted last is used first. */
final class KeyRing {
    private final List<SecretSource> sources;
    private final Runnable whenTheKeyChanges;
    private final AtomicReference<Optional<Key>> mintedLast = new AtomicReference<>(Optional.empty());

    /**
     * A key to try.
     *
     * @param source where it is from
     * @param secret the key itself
     */
    record Key(SecretSource source, Secret secret) {
        boolean isOther(Key another) {
            return !secret.reveal().equals(another.secret().reveal());
        }
    }

    /**
     * A ring of which no key has minted yet.
     *
     * @param whenTheKeyChanges run when another key mints than did before
     */
    KeyRing(SecretKeyPair pair, Runnable whenTheKeyChanges) {
        this.sources = new ArrayList<>(List.of(pair.key()));
        pair.next().ifPresent(sources::add);
        this.whenTheKeyChanges = whenTheKeyChanges;
    }

    /** The key to use. */
    Key first() {
        SecretSource source = mintedLast.get().map(Key::source).orElse(sources.get(0));
        return new Key(source, source.current());
    }

    /** The key to try when one is refused: what is in its own file now, else the other one; empty when there is none. */
    Optional<Key> otherThan(Key refused) {
        return Stream.concat(Stream.of(refused.source()), sources.stream().filter(source -> source != refused.source()))
                .map(source -> new Key(source, source.latest()))
                .filter(refused::isOther)
                .findFirst();
    }

    /** A key has minted, and is used from now on. */
    void minted(Key key) {
        Optional<Key> before = mintedLast.getAndSet(Optional.of(key));
        if (before.isPresent() && before.get().isOther(key)) {
            whenTheKeyChanges.run();
        }
    }
}
