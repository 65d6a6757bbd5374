package io.github.tstoken.oauth;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What has to happen later, and by when stages have to end. Has one thread; {@link #close()} ends it. */
final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread named = new Thread(task, "ts-token-oauth");
        named.setDaemon(true);
        return named;
    });

    Timer() {
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs a task that does not block; never when this is closed before. */
    void after(Duration time, Runnable task) {
        Optional<Future<?>> unused = schedule(time, task);
    }

    /** The outcome of a stage, or the failure when the time is over or this is closed. */
    <T> CompletionStage<T> within(Duration time, CompletionStage<T> stage, RuntimeException late) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Optional<Future<?>> end = schedule(time, () -> result.completeExceptionally(late));
        if (end.isEmpty()) {
            return CompletableFuture.failedFuture(late);
        }
        CompletionStage<T> unused = stage.whenComplete((value, failure) -> {
            end.get().cancel(false);
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private Optional<Future<?>> schedule(Duration time, Runnable task) {
        try {
            return Optional.of(thread.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException closed) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
