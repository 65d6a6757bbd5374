package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.TraceContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * REST API v1, for old clusters: a form in, a bare token out. The answer does not say whom the token is for nor when it ends,
 * so only its form can be checked.
 */
final class RestV1Client implements ThoughtSpotClient {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT = "text/plain";

    private final ThoughtSpotConfig config;
    private final Mint mint;
    private final Clock clock;

    RestV1Client(ThoughtSpotConfig config, BoundedHttp http, KeyRings keys, Clock clock) {
        this.config = config;
        this.mint = new Mint(http, keys, ThoughtSpotConfig.Api.V1);
        this.clock = clock;
    }

    @Override
    public CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace) {
        return mint.token(request, deadline, key -> call(request, key, trace), answer -> accept(answer, request));
    }

    @Override
    public CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<Void> revoke(LoginToken token, TraceContext trace) {
        return CompletableFuture.completedFuture(null);
    }

    private HttpCall call(TokenRequest request, Secret key, TraceContext trace) {
        URI uri = URI.create(config.url() + config.v1TokenPath());
        return Mint.call(uri, FORM, TEXT, trace, Optional.empty(), form(fields(request, key)));
    }

    private static Map<String, String> fields(TokenRequest request, Secret key) {
        if (request.isCustom()) {
            throw new IllegalArgumentException("REST v1 has no custom tokens");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("secret_key", key.reveal());
        fields.put("username", request.username());
        fields.put("access_level", request.object().isPresent() ? "REPORT_BOOK_VIEW" : "FULL");
        request.object().ifPresent(object -> fields.put("id", object.value()));
        request.org().ifPresent(org -> fields.put("orgid", Integer.toString(org)));
        // Always said, as with REST v2.
        fields.put("autocreate", Boolean.toString(request.provisioning().isPresent()));
        request.provisioning().ifPresent(user -> {
            fields.put("display_name", user.displayName());
            fields.put("email", user.email());
            user.groups().ifPresent(groups -> fields.put("groups", Json.write(groups)));
        });
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private LoginToken accept(HttpAnswer answer, TokenRequest request) {
        Instant now = clock.instant();
        if (answer.status() != 200) {
            throw Rejection.of(answer, ThoughtSpotConfig.Api.V1, now);
        }
        if (!answer.contentType().isEmpty() && !answer.contentType().equals(TEXT)) {
            throw Mint.invalid("something that is not plain text");
        }
        return TokenForm.v1(answer.body())
                .map(token -> new LoginToken(token, request.username(), request.org(), now, Optional.empty()))
                .orElseThrow(() -> Mint.invalid("something that is not a token"));
    }
}
