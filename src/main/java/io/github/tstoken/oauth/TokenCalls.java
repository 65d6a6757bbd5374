package io.github.tstoken.oauth;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretRing;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Calls that prove who we are. When that is refused, {@code invalid_client}, the secret that follows is tried, once and within the
 * same deadline: the server has done nothing yet.
 */
final class TokenCalls {
    private final BoundedHttp http;
    private final Optional<SecretRing> secrets;

    TokenCalls(BoundedHttp http, Optional<SecretRing> secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    /**
     * Sends a call.
     *
     * @param call makes it with a secret; with none for a public client
     */
    CompletionStage<HttpAnswer> send(Function<Optional<Secret>, HttpCall> call, Deadline deadline) {
        if (secrets.isEmpty()) {
            return http.send(call.apply(Optional.empty()), deadline);
        }
        return send(secrets.get(), secrets.get().first(), call, deadline, true);
    }

    private CompletionStage<HttpAnswer> send(
            SecretRing ring,
            SecretRing.Key key,
            Function<Optional<Secret>, HttpCall> call,
            Deadline deadline,
            boolean first) {
        return http.send(call.apply(Optional.of(key.secret())), deadline).thenCompose(answer -> {
            boolean refused = isRefused(answer);
            Optional<SecretRing.Key> other = first && refused ? ring.otherThan(key) : Optional.empty();
            if (other.isPresent()) {
                return send(ring, other.get(), call, deadline, false);
            }
            if (!refused && answer.status() < 500) {
                ring.accepted(key);
            }
            return CompletableFuture.completedFuture(answer);
        });
    }

    static boolean isRefused(HttpAnswer answer) {
        return TokenAnswer.of(answer).isError("invalid_client");
    }
}
