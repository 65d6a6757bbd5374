package io.github.tstoken.web;

import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.redirect.BadParameterException;
import io.github.tstoken.redirect.BadTargetException;
import io.github.tstoken.redirect.EmbedTarget;
import io.github.tstoken.redirect.LoginRedirect;
import io.github.tstoken.redirect.RuntimeFilters;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.FetchRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /embed/...}: sends the browser into ThoughtSpot's content, signed in. */
@Path("ts-token/embed")
public class EmbedResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> embed(dispatch));
    }

    private static CompletionStage<Answer> embed(Dispatch dispatch) {
        EmbedTarget target = target(dispatch);
        Optional<Caller> caller = dispatch.caller();
        if (caller.isEmpty()) {
            return CompletableFuture.completedFuture(signInFirst(dispatch));
        }
        return Issuance.issue(
                        dispatch,
                        caller.get(),
                        WantedReader.forRedirect(dispatch.passed().query(), target.liveboard()))
                .thenApply(issued -> redirect(dispatch.service().config(), issued.token(), target));
    }

    private static EmbedTarget target(Dispatch dispatch) {
        List<String> segments = dispatch.passed().segments();
        try {
            RuntimeFilters filters =
                    RuntimeFilters.parse(dispatch.passed().query().parameters());
            return dispatch.service().targets().resolve(segments.subList(1, segments.size()), filters);
        } catch (BadTargetException e) {
            throw new ProblemException(Problem.BAD_TARGET);
        } catch (BadParameterException e) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
    }

    private static Answer redirect(ServiceConfig config, LoginToken token, EmbedTarget target) {
        LoginRedirect login =
                LoginRedirect.of(config.redirect(), config.thoughtSpot().url(), token, target);
        return RedirectAnswers.of(login, config.redirect());
    }

    /** A person is sent to where the application signs people in, and comes back from there. */
    static Answer signInFirst(Dispatch dispatch) {
        Optional<String> login = LoginAddress.leadingBack(dispatch);
        if (login.isEmpty()
                || !FetchRule.isNavigation(dispatch.asked(), dispatch.accept().html())) {
            throw dispatch.signInFirst();
        }
        dispatch.refused(Problem.NOT_SIGNED_IN, Optional.empty());
        return Answer.empty(303).with("Location", login.get());
    }
}
