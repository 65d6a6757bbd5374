package io.github.tstoken.thoughtspot;

import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.UpstreamFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** What both REST APIs have in common: one call, one answer, one token or one failure. */
final class Mint {
    private final BoundedHttp http;

    Mint(BoundedHttp http) {
        this.http = http;
    }

    /**
     * Sends the call once.
     *
     * @param username whom the token is for
     * @param deadline when the answer must be there
     * @param accept makes a token of the answer, or throws an {@link UpstreamFailure}
     */
    CompletionStage<LoginToken> token(
            String username, Deadline deadline, Supplier<HttpCall> call, Function<HttpAnswer, LoginToken> accept) {
        // A lone surrogate would be sent as "?", which could be somebody else's name.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(username)) {
            return CompletableFuture.failedFuture(new UpstreamFailure(
                    UpstreamFailure.Kind.REJECTED_USER, "the user name cannot be written in UTF-8; nothing was sent"));
        }
        CompletableFuture<LoginToken> token = new CompletableFuture<>();
        CompletionStage<HttpAnswer> unused = http.send(call.get(), deadline).whenComplete((answer, failure) -> {
            if (failure != null) {
                token.completeExceptionally(failure);
                return;
            }
            try {
                token.complete(accept.apply(answer));
            } catch (RuntimeException e) {
                token.completeExceptionally(e);
            }
        });
        return token;
    }

    /** A call with the headers that ThoughtSpot wants on every call. */
    static HttpCall call(URI uri, String contentType, String accept, Map<String, String> more, String body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Accept", accept);
        headers.put("User-Agent", "ts-token");
        headers.put("X-Requested-By", "ThoughtSpot");
        return new HttpCall(uri, contentType, headers, body);
    }

    static UpstreamFailure invalid(String detail) {
        return new UpstreamFailure(UpstreamFailure.Kind.INVALID, "ThoughtSpot answered " + detail);
    }
}
