package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * {@code /gettoken/{username}}: the path of older token services. The name in the path chooses nothing: it must be the
 * caller's own.
 */
@Path("ts-token/gettoken")
public class GetTokenResource {
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
        Caller caller = dispatch.signedIn();
        named(dispatch.passed().segments()).ifPresent(username -> checkIsOwn(dispatch, caller, username));
        return TokenResource.token(dispatch, caller);
    }

    private static Optional<String> named(List<String> segments) {
        return segments.stream().skip(1).filter(name -> !name.isEmpty()).findFirst();
    }

    private static void checkIsOwn(Dispatch dispatch, Caller caller, String username) {
        boolean isPrincipal = username.equals(caller.name());
        boolean isMapped = dispatch.service().policy().usernameOf(caller).equals(Optional.of(username));
        if (!isPrincipal && !isMapped) {
            throw new ProblemException(Problem.NOT_YOUR_USERNAME);
        }
    }
}
