package io.github.tstoken.oauth;

import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong in a stage, as what it means. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The stage, which fails with an {@link OAuthFailure} only. */
    static <T> CompletionStage<T> translated(CompletionStage<T> stage) {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletionStage<T> unused = stage.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(translated(failure));
            }
        });
        return result;
    }

    private static OAuthFailure translated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof OAuthFailure known) {
            return known;
        }
        if (cause instanceof UpstreamFailure upstream) {
            return new OAuthFailure(
                    Kind.UNAVAILABLE,
                    "the provider cannot be asked: " + upstream.kind().slug());
        }
        // What it was made of may have secrets, so that only its kind is written.
        LOG.error(
                "a call of a provider failed unexpectedly: {}", cause.getClass().getName());
        return new OAuthFailure(
                Kind.UNAVAILABLE, "unexpectedly failed: " + cause.getClass().getSimpleName());
    }
}
