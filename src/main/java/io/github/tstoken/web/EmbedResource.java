package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.redirect.EmbedTarget;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.FetchRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /embed/...}: sends the browser into ThoughtSpot's content, signed in. */
@Path("ts-token/embed")
public class EmbedResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> embed(dispatch, request));
    }

    private static CompletionStage<Answer> embed(Dispatch dispatch, HttpServletRequest request) {
        EmbedTarget target = EmbedRequests.target(dispatch);
        Optional<Caller> caller = dispatch.caller(request);
        if (caller.isEmpty()) {
            return CompletableFuture.completedFuture(signInFirst(dispatch));
        }
        return Issuance.issue(
                        dispatch,
                        caller.get(),
                        TokenWish.forRedirect(dispatch.passed().query(), target.liveboard()))
                .thenApply(issued -> RedirectAnswers.of(
                        dispatch.service().redirect().to(issued.token(), target),
                        dispatch.service().config().redirect()));
    }

    /** A person is sent to where the application signs people in, and comes back from there. */
    private static Answer signInFirst(Dispatch dispatch) {
        Optional<String> login = dispatch.service().config().web().loginUrl();
        if (login.isEmpty() || !FetchRule.isNavigation(dispatch.asked(), dispatch.accept().html())) {
            throw new ProblemException(Problem.NOT_SIGNED_IN);
        }
        dispatch.refused(Problem.NOT_SIGNED_IN);
        return Answer.empty(303)
                .with("Location", withReturn(login.get(), dispatch.asked().address()));
    }

    static String withReturn(String login, String address) {
        String separator = login.indexOf('?') < 0 ? "?" : "&";
        return login + separator + "return_to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
