package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.authorizations.AuthorizationFailure;
import io.github.tstoken.config.Secret;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** {@code /authorizations/{provider}/token}: an access token of the provider that still lives for a while; never another token. */
@Path("ts-token/authorizations/token")
public class AccessTokenResource {
    /** No access token lives longer: whoever wants more gets what there is. */
    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> token(dispatch));
    }

    /** The same. */
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return get(request);
    }

    private static CompletionStage<Answer> token(Dispatch dispatch) {
        Named named = Named.in(dispatch);
        Optional<Duration> minimum = minimum(dispatch.passed().query());
        String authorize = dispatch.asked().mount() + "/authorizations/" + named.provider() + "/authorize";
        Clock clock = dispatch.service().clock();
        // The person may ask. Whether there is a token is a matter of the connection, and each refresh has a line of
        // its own.
        dispatch.silent();
        return named.authorizations()
                .accessTokens()
                .get(named.caller(), named.provider(), minimum, dispatch.trace())
                .thenApply(authorization -> Answer.of(200, Answer.JSON, json(authorization, clock)))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(withAddress(failure, authorize)));
    }

    private static Optional<Duration> minimum(Query query) {
        Optional<String> text = query.single("minimum_seconds");
        if (text.isPresent() && !text.get().matches("0|[1-9][0-9]{0,17}")) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        return text.map(Long::parseLong)
                .map(seconds -> Math.min(seconds, LONGEST_SECONDS))
                .map(Duration::ofSeconds);
    }

    private static String json(Authorization authorization, Clock clock) {
        ObjectNode json = Json.object();
        json.put("access_token", authorization.accessToken().map(Secret::reveal).orElse(null));
        json.put("token_type", "Bearer");
        Duration left = Duration.between(clock.instant(), authorization.expiresAt());
        json.put("expires_in", Math.max(0, left.toSeconds()));
        json.put("expires_at", authorization.expiresAt().toString());
        json.put(
                "scope",
                String.join(" ", authorization.scopes().stream().sorted().toList()));
        return Json.text(json);
    }

    /** Who has to connect again is told where. */
    private static Throwable withAddress(Throwable failure, String authorize) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof AuthorizationFailure known && known.kind() == AuthorizationFailure.Kind.RECONNECT_NEEDED
                ? new ProblemException(Problem.RECONNECT_NEEDED).with(ProblemException.AUTHORIZE_URL, authorize)
                : failure;
    }
}
