package io.github.tstoken.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.http.UpstreamFailure;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits for the failure of a stage, generously. */
public final class Failures {
    private static final int PATIENCE_SECONDS = 10;

    private Failures() {}

    /** The failure with which the stage completes. */
    public static UpstreamFailure failureOf(CompletionStage<?> stage) {
        Throwable failure = stage.handle((value, thrown) -> thrown)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        assertThat(failure).as("what the stage failed with").isInstanceOf(UpstreamFailure.class);
        return (UpstreamFailure) failure;
    }

    /** The value with which the stage completes. */
    public static <T> T resultOf(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError("the stage failed", e.getCause());
        }
    }
}
