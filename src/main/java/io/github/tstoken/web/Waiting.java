package io.github.tstoken.web;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer on the request's own thread. JAX-RS then finds it made, and asks for nothing asynchronous. */
final class Waiting {
    private Waiting() {}

    /** The answer, made; or the failure, {@link Problem#UPSTREAM_TIMEOUT} when it does not come in time. */
    static <T> CompletionStage<T> atMost(Duration longest, CompletionStage<T> answer) {
        try {
            return CompletableFuture.completedFuture(
                    answer.toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            return CompletableFuture.failedFuture(failure.getCause());
        } catch (TimeoutException late) {
            return CompletableFuture.failedFuture(new ProblemException(Problem.UPSTREAM_TIMEOUT));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new ProblemException(Problem.OVERLOADED));
        }
    }
}
