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

/** {@code /openapi.json}: the description of this API, OpenAPI 3.0. */
@Path("ts-token/openapi.json")
public class OpenApiResource {
    private static final Answer DESCRIPTION =
            Answer.of(200, Answer.JSON, BundledText.beside(OpenApiResource.class, "openapi.json"));

    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(DESCRIPTION));
    }
}
