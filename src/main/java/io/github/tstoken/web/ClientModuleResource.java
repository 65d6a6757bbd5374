package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.BundledText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code /client.js}: the module with which a page embeds ThoughtSpot. It is the same for everybody, but never stored: a page
 * never has the module of one version and the answers of another.
 */
@Path("ts-token/client.js")
public class ClientModuleResource {
    private static final Answer MODULE =
            Answer.of(200, Answer.JAVASCRIPT, BundledText.beside(ClientModuleResource.class, "client.js"));

    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(MODULE));
    }
}
