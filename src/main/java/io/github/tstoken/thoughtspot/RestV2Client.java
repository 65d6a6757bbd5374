package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.TraceContext;
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

    RestV2Client(ThoughtSpotConfig config, BoundedHttp http, KeyRings keys, Clock clock) {
        this.config = config;
        this.http = http;
        this.mint = new Mint(http, keys, ThoughtSpotConfig.Api.V2);
        this.clock = clock;
    }

    @Override
    public CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace) {
        return mint.token(
                request, deadline, key -> call(request, key, trace), answer -> accept(answer, request, trace));
    }

    @Override
    public CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace) {
        return http.send(ofToken("validate", token.value(), trace), deadline).thenApply(this::saysActive);
    }

    /** ThoughtSpot answers 400 for a token that it does not know any more, and 401 when it does not take it as a bearer. */
    private boolean saysActive(HttpAnswer answer) {
        return switch (answer.status()) {
            case 200 -> Json.object(answer.body()).isPresent();
            case 400, 401, 403 -> false;
            default -> throw Rejection.of(answer, ThoughtSpotConfig.Api.V2, clock.instant());
        };
    }

    @Override
    public CompletionStage<Void> revoke(LoginToken token, TraceContext trace) {
        return revoke(token.value(), trace).thenAccept(answer -> {
            // What ThoughtSpot does not take as a bearer any more has ended already.
            if (answer.status() != 204 && answer.status() != 401) {
                throw Rejection.of(answer, ThoughtSpotConfig.Api.V2, clock.instant());
            }
        });
    }

    private HttpCall call(TokenRequest request, Secret key, TraceContext trace) {
        return Mint.call(
                uri(request.kind()), JSON, JSON, trace, Optional.empty(), Json.write(V2TokenFields.of(request, key)));
    }

    private LoginToken accept(HttpAnswer answer, TokenRequest request, TraceContext trace) {
        Instant now = clock.instant();
        if (answer.status() != 200) {
            throw Rejection.of(answer, ThoughtSpotConfig.Api.V2, now);
        }
        TokenAnswer token =
                TokenAnswer.parse(answer.body()).orElseThrow(() -> Mint.invalid("something without a token"));
        Optional<String> mismatch = token.mismatch(request, now);
        if (mismatch.isPresent()) {
            // Best effort: nobody waits for it, and a failure changes nothing.
            CompletionStage<HttpAnswer> unused = revoke(token.token(), trace);
            throw Mint.invalid(mismatch.get());
        }
        return token.loginToken(request, now);
    }

    private CompletionStage<HttpAnswer> revoke(Secret token, TraceContext trace) {
        return http.send(ofToken("revoke", token, trace));
    }

    /** An operation on a token, in the name of its owner. */
    private HttpCall ofToken(String operation, Secret token, TraceContext trace) {
        String body = Json.write(Map.of("token", token.reveal()));
        return Mint.call(uri(operation), JSON, JSON, trace, Optional.of(token), body);
    }

    private URI uri(String operation) {
        return operations.computeIfAbsent(operation, name -> URI.create(config.url() + TOKENS + name));
    }
}
