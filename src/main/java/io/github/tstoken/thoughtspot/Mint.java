package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretRing;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What both REST APIs have in common: one call, or two when a key is refused, and one token or one failure. */
final class Mint {
    private final BoundedHttp http;
    private final KeyRings keyRings;
    private final Api api;

    Mint(BoundedHttp http, KeyRings keyRings, Api api) {
        this.http = http;
        this.keyRings = keyRings;
        this.api = api;
    }

    /**
     * Sends the call; once more with another key only when ThoughtSpot refused the first, and so minted nothing.
     *
     * @param request says whom the token is for, and in which Org
     * @param deadline when the answer must be there
     * @param call makes the call with a key
     * @param accept makes a token of the answer, or throws an {@link UpstreamFailure}
     */
    CompletionStage<LoginToken> token(
            TokenRequest request,
            Deadline deadline,
            Function<Secret, HttpCall> call,
            Function<HttpAnswer, LoginToken> accept) {
        // A lone surrogate would be sent as "?", which could be somebody else's name.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(request.username())) {
            return CompletableFuture.failedFuture(new UpstreamFailure(
                    UpstreamFailure.Kind.REJECTED_USER, "the user name cannot be written in UTF-8; nothing was sent"));
        }
        SecretRing keys = keyRings.of(request.org());
        Attempts attempts = new Attempts(keys, deadline, call, accept);
        attempts.begin(keys.first(), true);
        return attempts.token;
    }

    private final class Attempts {
        private final CompletableFuture<LoginToken> token = new CompletableFuture<>();
        private final SecretRing keys;
        private final Deadline deadline;
        private final Function<Secret, HttpCall> call;
        private final Function<HttpAnswer, LoginToken> accept;

        Attempts(
                SecretRing keys,
                Deadline deadline,
                Function<Secret, HttpCall> call,
                Function<HttpAnswer, LoginToken> accept) {
            this.keys = keys;
            this.deadline = deadline;
            this.call = call;
            this.accept = accept;
        }

        void begin(SecretRing.Key key, boolean first) {
            CompletionStage<HttpAnswer> unused = http.send(call.apply(key.secret()), deadline)
                    .whenComplete((answer, failure) -> {
                        if (failure != null) {
                            token.completeExceptionally(failure);
                            return;
                        }
                        try {
                            end(key, first, answer);
                        } catch (RuntimeException e) {
                            token.completeExceptionally(e);
                        }
                    });
        }

        private void end(SecretRing.Key key, boolean first, HttpAnswer answer) {
            Optional<SecretRing.Key> other =
                    first && Rejection.isOfTheKey(answer, api) ? keys.otherThan(key) : Optional.empty();
            if (other.isPresent()) {
                begin(other.get(), false);
                return;
            }
            LoginToken accepted = accept.apply(answer);
            keys.accepted(key);
            token.complete(accepted);
        }
    }

    /** A call with the headers that ThoughtSpot wants on every call. */
    static HttpCall call(
            URI uri, String contentType, String accept, TraceContext trace, Optional<Secret> bearer, String body) {
        Map<String, String> headers = new HashMap<>(trace.headers());
        headers.put("Accept", accept);
        headers.put("User-Agent", "ts-token");
        headers.put("X-Requested-By", "ThoughtSpot");
        return new HttpCall(uri, contentType, headers, bearer, body);
    }

    static UpstreamFailure invalid(String detail) {
        return new UpstreamFailure(UpstreamFailure.Kind.INVALID, "ThoughtSpot answered " + detail);
    }
}
