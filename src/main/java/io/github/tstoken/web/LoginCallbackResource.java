package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.identity.OidcSession;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.signin.SignedIn;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code /login/callback}: where the OpenID Provider sends a person back to. */
@Path("ts-token/login/callback")
public class LoginCallbackResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> callback(dispatch));
    }

    private static CompletionStage<Answer> callback(Dispatch dispatch) {
        Optional<String> browser = FlowCookie.broughtBy(dispatch.request()).map(FlowCookie::hash);
        return dispatch.afterwards(
                dispatch.signIns().complete(dispatch.passed().query().parameters(), browser),
                signedIn -> signIn(dispatch, signedIn));
    }

    /** Whoever was signed in before in this browser is so no more. */
    private static Answer signIn(Dispatch dispatch, SignedIn signedIn) {
        HttpServletRequest request = dispatch.request();
        OidcSignIns signIns = dispatch.signIns();
        Optional<OidcSignIn> before = OidcSession.of(request);
        OidcSignIn signIn = OidcSession.begin(
                request, signedIn.claims(), signedIn.at(), dispatch.service().sessionLife());
        signIns.began(signIn, signedIn.idToken());
        before.ifPresent(ended -> dispatch.service().endSignIn(ended.id(), "another sign-in began"));
        Optional<Caller> known = dispatch.caller();
        return GoingOn.to(
                known.isPresent() ? "You are signed in" : "Sign in once more",
                signedIn.returnTo(),
                dispatch.service().config().redirect());
    }
}
