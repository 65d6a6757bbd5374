package io.github.tstoken.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The secrets by which another server knows us, while one follows the other: the one that was accepted last is used first. */
public final class SecretRing {
    private final List<SecretSource> sources;
    private final Runnable whenItChanges;
    private final AtomicReference<Optional<Key>> acceptedLast = new AtomicReference<>(Optional.empty());

    /**
     * A secret to try.
     *
     * @param source where it is from
     * @param secret the secret itself
     */
    public record Key(SecretSource source, Secret secret) {
        private boolean isOther(Key another) {
            return !secret.reveal().equals(another.secret().reveal());
        }
    }

    /**
     * A ring of which none was accepted yet.
     *
     * @param secret the first to try
     * @param next the one that follows it, or was before it
     * @param whenItChanges run when another one is accepted than was before
     */
    public SecretRing(SecretSource secret, Optional<SecretSource> next, Runnable whenItChanges) {
        this.sources = new ArrayList<>(List.of(secret));
        next.ifPresent(sources::add);
        this.whenItChanges = whenItChanges;
    }

    /** The secret to use. */
    public Key first() {
        SecretSource source = acceptedLast.get().map(Key::source).orElse(sources.get(0));
        return new Key(source, source.current());
    }

    /** The one to try when one is refused: what is in its own file now, else the other one; empty when there is none. */
    public Optional<Key> otherThan(Key refused) {
        return Stream.concat(Stream.of(refused.source()), sources.stream().filter(source -> source != refused.source()))
                .map(source -> new Key(source, source.latest()))
                .filter(refused::isOther)
                .findFirst();
    }

    /** One was accepted, and is used from now on. */
    public void accepted(Key key) {
        Optional<Key> before = acceptedLast.getAndSet(Optional.of(key));
        if (before.isPresent() && before.get().isOther(key)) {
            whenItChanges.run();
        }
    }
}
