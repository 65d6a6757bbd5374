package io.github.tstoken.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One call from its entry to its end. It ends once: what comes first of an answer, a failure, the deadline and closing
 * decides, and everything that it holds is let go.
 */
final class Exchange {
    private final HttpCall call;
    private final CompletableFuture<HttpAnswer> outcome = new CompletableFuture<>();

    Exchange(HttpCall call) {
        this.call = call;
    }

    HttpCall call() {
        return call;
    }

    void succeed(HttpAnswer answer) {
        outcome.complete(answer);
    }

    void fail(UpstreamFailure.Kind kind, String detail) {
        if (!outcome.isDone()) {
            outcome.completeExceptionally(new UpstreamFailure(kind, detail));
        }
    }

    boolean hasEnded() {
        return outcome.isDone();
    }

    /** Runs the action once the exchange has ended; at once when it has ended already. */
    void onEnd(Runnable action) {
        // Nobody waits for the stage that comes back: the actions do not fail.
        CompletionStage<HttpAnswer> unused = outcome.whenComplete((answer, failure) -> action.run());
    }

    /** Runs the action once the exchange has failed; at once when it has failed already. */
    void onFailure(Runnable action) {
        onEnd(() -> {
            if (outcome.isCompletedExceptionally()) {
                action.run();
            }
        });
    }

    /** The outcome as the caller sees it: the failure as it is, without the CompletionException of a dependent stage. */
    CompletionStage<HttpAnswer> result() {
        CompletableFuture<HttpAnswer> result = new CompletableFuture<>();
        CompletionStage<HttpAnswer> unused = outcome.whenComplete((answer, failure) -> {
            if (failure == null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }
}
