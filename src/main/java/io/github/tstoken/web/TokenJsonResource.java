package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /token.json}: the token with its facts, for a {@code getAuthToken} that reads JSON. */
@Path("ts-token/token.json")
public class TokenJsonResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> token(dispatch));
    }

    /** Mints exactly as the GET does. */
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return get(request);
    }

    private static CompletionStage<Answer> token(Dispatch dispatch) {
        return Issuance.issue(
                        dispatch,
                        dispatch.signedIn(),
                        WantedReader.forSdk(dispatch.passed().query()))
                .thenApply(
                        issued -> TokenAnswers.json(issued, dispatch.service().clock()));
    }
}
