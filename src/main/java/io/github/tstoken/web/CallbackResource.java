package io.github.tstoken.web;

import io.github.tstoken.authorizations.Connecting;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@code /authorizations/{provider}/callback}: where people come back to from a provider. */
@Path("ts-token/authorizations/callback")
public class CallbackResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> complete(dispatch));
    }

    private static CompletionStage<Answer> complete(Dispatch dispatch) {
        Named named = Named.in(dispatch);
        return named.authorizations()
                .connecting()
                .complete(
                        named.caller(),
                        named.provider(),
                        FlowCookie.broughtBy(dispatch.request()).map(FlowCookie::hash),
                        dispatch.passed().query().parameters())
                .thenApply(outcome -> goingOn(dispatch, named.provider(), outcome));
    }

    private static Answer goingOn(Dispatch dispatch, String provider, Connecting.Outcome outcome) {
        dispatch.trail().ifPresent(trail -> trail.at(provider));
        String title = switch (outcome.result()) {
            case CONNECTED -> "You are connected";
            case DENIED -> {
                notConnected(dispatch, "denied", "the person or the provider said no");
                yield "You are not connected";
            }
            case FAILED -> {
                notConnected(dispatch, Problem.PROVIDER_UNAVAILABLE.slug(), "no usable answer, or no database");
                yield "Connecting has failed";
            }
        };
        String result = outcome.result().name().toLowerCase(Locale.ROOT);
        char separator = outcome.returnTo().indexOf('?') < 0 ? '?' : '&';
        String address = outcome.returnTo() + separator + "connection=" + provider + "&result=" + result;
        return GoingOn.to(title, address, dispatch.service().config().redirect());
    }

    private static void notConnected(Dispatch dispatch, String problem, String reason) {
        dispatch.trail().ifPresent(trail -> trail.refused(problem, false, Optional.of(reason)));
    }
}
