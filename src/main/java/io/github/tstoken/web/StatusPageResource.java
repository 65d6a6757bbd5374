package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.identity.OidcSession;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /}: who am I here, and what is this. */
@Path("ts-token/")
public class StatusPageResource {
    private static final Page SIGNED_IN = Page.load("signed-in.html");
    private static final Page WITH_CONNECTIONS = Page.load("signed-in.html", "connections.html");
    private static final Page SIGNED_IN_HERE = Page.load("signed-in.html", "sign-out.html");
    private static final Page SIGNED_IN_HERE_WITH_CONNECTIONS =
            Page.load("signed-in.html", "connections.html", "sign-out.html");
    private static final String WITH_SCRIPTS = "; connect-src 'self'";
    private static final Page SIGNED_OUT = Page.load("signed-out.html");
    private static final Page SIGNED_OUT_WITH_LINK = Page.load("signed-out-with-link.html");
    private static final String NOT_FRAMED = "frame-ancestors 'none'";

    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(page(dispatch)));
    }

    private static Answer page(Dispatch dispatch) {
        return dispatch.caller().map(caller -> signedIn(dispatch, caller)).orElseGet(() -> signedOut(dispatch));
    }

    private static Answer signedIn(Dispatch dispatch, Caller caller) {
        String username = dispatch.service().policy().usernameOf(caller).orElse("none: this name is not allowed");
        String roles = caller.roles().isEmpty()
                ? "none of those that matter here"
                : String.join(", ", caller.roles().stream().sorted().toList());
        Map<String, String> values = Map.of(
                "principal", caller.name(),
                "source", caller.source(),
                "username", username,
                "roles", roles,
                "mount", dispatch.asked().mount(),
                "thoughtspot", dispatch.service().config().thoughtSpot().url().toString());
        // Whose sign-in is ours can end it here; any other is the application's.
        boolean isOurs = caller.source().equals(OidcSession.SOURCE);
        if (dispatch.service().authorizations().isPresent()) {
            Page page = isOurs ? SIGNED_IN_HERE_WITH_CONNECTIONS : WITH_CONNECTIONS;
            return page.answer(200, NOT_FRAMED + WITH_SCRIPTS, values);
        }
        return isOurs
                ? SIGNED_IN_HERE.answer(200, NOT_FRAMED + WITH_SCRIPTS, values)
                : SIGNED_IN.answer(200, NOT_FRAMED, values);
    }

    private static Answer signedOut(Dispatch dispatch) {
        return LoginAddress.leadingBack(dispatch)
                .map(login -> SIGNED_OUT_WITH_LINK.answer(
                        200, NOT_FRAMED, Map.of("login", login, "advice", advice(dispatch))))
                .orElseGet(() -> SIGNED_OUT.answer(200, NOT_FRAMED, Map.of()));
    }

    private static String advice(Dispatch dispatch) {
        return dispatch.service().config().web().loginUrl().isPresent()
                ? "Sign in to your application, then come back to this page."
                : "Sign in, and you come back to this page.";
    }
}
