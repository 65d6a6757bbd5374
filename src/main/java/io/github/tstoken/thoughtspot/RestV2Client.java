package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** REST API v2: {@code POST /api/rest/2.0/auth/token/full}, {@code /object} and {@code /custom}. */
final class RestV2Client implements ThoughtSpotClient {
    private static final String TOKENS = "/api/rest/2.0/auth/token/";
    private static final String JSON = "application/json";

    private final ThoughtSpotConfig config;
    private final BoundedHttp http;
    private final Mint mint;
    private final Clock clock;
    private final Map<String, URI> operations = new ConcurrentHashMap<>();

    RestV2Client(ThoughtSpotConfig config, BoundedHttp http, Clock clock) {
        this.config = config;
        this.http = http;
        this.mint = new Mint(http);
        this.clock = clock;
    }

    @Override
    public CompletionStage<LoginToken> mint(TokenRequest request) {
        return mint.token(request.username(), () -> call(request), answer -> accept(answer, request));
    }

    private HttpCall call(TokenRequest request) {
        Secret secretKey = config.secretKeys().of(request.org());
        return Mint.call(uri(request.kind()), JSON, JSON, Map.of(), Json.write(V2TokenFields.of(request, secretKey)));
    }

    private LoginToken accept(HttpAnswer answer, TokenRequest request) {
        Instant now = clock.instant();
        if (answer.status() != 200) {
            throw Rejection.of(answer, ThoughtSpotConfig.Api.V2, now);
        }
        TokenAnswer token =
                TokenAnswer.parse(answer.body()).orElseThrow(() -> Mint.invalid("something without a token"));
        Optional<String> mismatch = token.mismatch(request, now);
        if (mismatch.isPresent()) {
            revoke(token.token());
            throw Mint.invalid(mismatch.get());
        }
        return token.loginToken(request, now);
    }

    /** Ends a token that must not be used. Best effort: nobody waits for it, and a failure changes nothing. */
    private void revoke(Secret token) {
        String value = token.reveal();
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + value);
        CompletionStage<HttpAnswer> unused =
                http.send(Mint.call(uri("revoke"), JSON, JSON, bearer, Json.write(Map.of("token", value))));
    }

    private URI uri(String operation) {
        return operations.computeIfAbsent(operation, name -> URI.create(config.url() + TOKENS + name));
    }
}
