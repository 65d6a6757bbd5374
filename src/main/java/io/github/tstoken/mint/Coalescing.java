package io.github.tstoken.mint;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Work in progress, shared by all who want the same at the same time. Nothing is kept after its end, whether it ended well
 * or not; and what one of those who wait does with their stage, such as cancelling it, touches nobody else's.
 */
final class Coalescing<K, V> {
    private final Map<K, CompletableFuture<V>> inProgress = new ConcurrentHashMap<>();
    private final Runnable whenJoined;

    /**
     * No work yet.
     *
     * @param whenJoined run for each who joins work in progress
     */
    Coalescing(Runnable whenJoined) {
        this.whenJoined = whenJoined;
    }

    /** The result of the work in progress for this key, or of this work, which then begins. */
    CompletionStage<V> join(K key, Supplier<CompletionStage<V>> work) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = inProgress.putIfAbsent(key, mine);
        if (others != null) {
            whenJoined.run();
            return others.copy();
        }
        CompletionStage<V> unused = begun(work).whenComplete((value, failure) -> {
            inProgress.remove(key, mine);
            if (failure == null) {
                mine.complete(value);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine.copy();
    }

    private static <V> CompletionStage<V> begun(Supplier<CompletionStage<V>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
