package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.authorizations.Provider;
import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code /health}, {@code /health/live}, {@code /health/ready}, in the JSON of MicroProfile Health. It is UP as soon as the
 * service runs: whether ThoughtSpot, the providers and the database answer is told, but a server that is taken out of service
 * would not mend that.
 */
@Path("ts-token/health")
public class HealthResource {
    private static final String UP = "UP";

    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(state(dispatch)));
    }

    private static Answer state(Dispatch dispatch) {
        ObjectNode body = Json.object();
        body.put("status", UP);
        var checks = body.putArray("checks");
        List<String> segments = dispatch.passed().segments();
        if (!segments.contains("live")) {
            checks.add(Json.object().put("name", "configuration").put("status", UP));
            ObjectNode thoughtSpot = Json.object().put("name", "thoughtspot").put("status", UP);
            thoughtSpot
                    .putObject("data")
                    .put("last_answer", dispatch.service().health().lastAnswer());
            checks.add(thoughtSpot);
            dispatch.service().config().store().ifPresent(any -> checks.add(store(dispatch.service())));
            dispatch.service().authorizations().ifPresent(authorizations -> addProviders(authorizations, checks));
            dispatch.service().signIns().ifPresent(signIns -> checks.add(provider(signIns)));
        }
        return Answer.of(200, Answer.JSON, Json.text(body));
    }

    private static ObjectNode store(TokenService service) {
        ObjectNode check = Json.object().put("name", "store").put("status", UP);
        check.putObject("data").put("last_answer", service.storeHealth().lastAnswer());
        return check;
    }

    private static void addProviders(Authorizations authorizations, ArrayNode checks) {
        for (Provider each : authorizations.providers().all()) {
            ObjectNode provider =
                    Json.object().put("name", "provider " + each.id().value()).put("status", UP);
            provider.putObject("data").put("state", each.isReady() ? "ready" : "unavailable");
            checks.add(provider);
        }
    }

    private static ObjectNode provider(OidcSignIns signIns) {
        ObjectNode check = Json.object().put("name", "openid-provider").put("status", UP);
        check.putObject("data").put("state", signIns.fault().isEmpty() ? "ok" : "unavailable");
        return check;
    }
}
