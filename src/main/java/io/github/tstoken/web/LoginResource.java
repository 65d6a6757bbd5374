package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.guard.FetchRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /login}: sends a person to the OpenID Provider, or on, when somebody is signed in already. */
@Path("ts-token/login")
public class LoginResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> login(dispatch));
    }

    private static CompletionStage<Answer> login(Dispatch dispatch) {
        String returnTo = ReturnTo.of(dispatch);
        if (dispatch.caller().isPresent()) {
            return CompletableFuture.completedFuture(Answer.empty(303).with("Location", returnTo));
        }
        if (!FetchRule.mayBeNavigation(dispatch.asked())) {
            throw dispatch.signInFirst();
        }
        FlowCookie cookie = FlowCookie.ofBeginning(dispatch.request());
        return dispatch.signIns()
                .begin(cookie.hash(), returnTo)
                .thenApply(provider -> Answer.empty(303)
                        .with("Location", provider.toString())
                        .with("Set-Cookie", cookie.setCookie(dispatch.asked().mount())));
    }
}
