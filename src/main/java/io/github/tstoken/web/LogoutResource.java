package io.github.tstoken.web;

import io.github.tstoken.thoughtspot.TokenRequest;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /logout}: ends the ThoughtSpot tokens of this sign-in. The sign-in itself is the application's to end. */
@Path("ts-token/logout")
public class LogoutResource {
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(end(dispatch)));
    }

    /** ThoughtSpot is told behind the answer. */
    private static Answer end(Dispatch dispatch) {
        List<TokenRequest> ended = dispatch.signedIn()
                .signIn()
                .map(signIn -> dispatch.service().issuer().end(signIn.session(), dispatch.trace()))
                .orElse(List.of());
        ended.stream().findFirst().ifPresent(newest -> dispatch.trail().ifPresent(trail -> trail.asksFor(newest)));
        return Answer.empty(204);
    }
}
