package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.config.TokenConfig;
import io.github.tstoken.config.TokenConfig.ObjectTokens;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /whoami}: what this service knows of the person who is signed in. */
@Path("ts-token/whoami")
public class WhoamiResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(describe(dispatch)));
    }

    private static Answer describe(Dispatch dispatch) {
        Caller caller = dispatch.signedIn();
        ServiceConfig config = dispatch.service().config();
        Optional<String> username = dispatch.service().policy().usernameOf(caller);
        ObjectNode body = Json.object();
        body.put("authenticated", true);
        body.put("principal", caller.name());
        body.put("source", caller.source());
        body.put("username", username.orElse(null));
        dispatch.service()
                .policy()
                .orgOf(caller)
                .ifPresentOrElse(org -> body.put("org_id", org), () -> body.putNull("org_id"));
        dispatch.service().policy().groupsOf(caller).stream().sorted().forEach(body.putArray("groups")::add);
        caller.roles().stream().sorted().forEach(body.putArray("roles")::add);
        body.put("thoughtspot_host", config.thoughtSpot().url().toString());
        body.put("api", config.thoughtSpot().api().name().toLowerCase(Locale.ROOT));
        body.put("auth_type", config.token().authType().sdkName());
        body.put("token_kind", kind(config.token()));
        body.put("admin", dispatch.isAdministrator(caller));
        return Answer.of(200, Answer.JSON, Json.text(body));
    }

    /** The kind that tokens usually have: where every one has to be for one object, there is no other. */
    static String kind(TokenConfig token) {
        return token.object() == ObjectTokens.REQUIRED
                ? "object"
                : token.kind().name().toLowerCase(Locale.ROOT);
    }
}
