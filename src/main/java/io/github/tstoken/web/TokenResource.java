package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /token}: the SDK's {@code authEndpoint}. */
@Path("ts-token/token")
public class TokenResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> token(dispatch, dispatch.signedIn()));
    }

    /** Mints exactly as the GET does. */
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return get(request);
    }

    /** What {@code /token} answers to somebody: bare, or JSON when it was asked for. */
    static CompletionStage<Answer> token(Dispatch dispatch, Caller caller) {
        return Issuance.issue(
                        dispatch, caller, WantedReader.forSdk(dispatch.passed().query()))
                .thenApply(issued -> dispatch.accept().json()
                        ? TokenAnswers.json(issued, dispatch.service().clock())
                        : TokenAnswers.bare(issued));
    }
}
