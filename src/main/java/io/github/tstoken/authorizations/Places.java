package io.github.tstoken.authorizations;

import io.github.tstoken.store.DatabaseThreads;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How many refreshes of one provider are under way on this node. Whoever has no place has no lease yet and has sent nothing,
 * so that waiting costs no connection; a request that waits with its deadline running may be cut off when the provider has it.
 */
final class Places {
    private final DatabaseThreads threads;
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private int free;

    /** Somebody who waits. */
    private static final class Waiting {
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    }

    Places(int number, DatabaseThreads threads) {
        this.free = number;
        this.threads = threads;
    }

    /**
     * Takes a place, first come first served.
     *
     * @param longest how long to wait for one
     * @return whether there was one in time: then it has to be given back
     */
    CompletionStage<Boolean> take(Duration longest) {
        Waiting mine = new Waiting();
        synchronized (this) {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(true);
            }
            waiting.add(mine);
        }
        CompletionStage<Void> unused = threads.after(longest).whenComplete((passed, ended) -> giveUp(mine));
        return mine.turn;
    }

    private void giveUp(Waiting one) {
        boolean isWaiting;
        synchronized (this) {
            isWaiting = waiting.remove(one);
        }
        if (isWaiting) {
            one.turn.complete(false);
        }
    }

    /** Gives a place back, to who has waited longest. */
    void give() {
        Waiting next;
        synchronized (this) {
            if (waiting.isEmpty()) {
                free++;
                return;
            }
            next = waiting.iterator().next();
            waiting.remove(next);
        }
        next.turn.complete(true);
    }
}
