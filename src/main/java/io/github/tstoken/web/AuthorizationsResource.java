package io.github.tstoken.web;

import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /authorizations}: every provider, and how the person who is signed in stands with it. */
@Path("ts-token/authorizations")
public class AuthorizationsResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> list(dispatch));
    }

    private static CompletionStage<Answer> list(Dispatch dispatch) {
        Caller caller = Named.named(dispatch.signedIn());
        String mount = dispatch.asked().mount();
        Optional<Authorizations> authorizations = dispatch.service().authorizations();
        return authorizations
                .map(some -> some.standing()
                        .of(caller)
                        .thenApply(all -> ConnectionJson.array(all.entrySet().stream()
                                .map(each -> ConnectionJson.of(each.getKey(), each.getValue(), mount)))))
                .orElseGet(() -> CompletableFuture.completedFuture("[]"))
                .thenApply(json -> Answer.of(200, Answer.JSON, json));
    }
}
