package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /authorizations/{provider}/authorize}: where connecting begins. */
@Path("ts-token/authorizations/authorize")
public class AuthorizeResource {
    private static final int SEE_OTHER = 303;
    private static final int CREATED = 201;

    /** Sends a browser to the provider. */
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> {
            Optional<Caller> caller = dispatch.caller();
            return caller.isPresent()
                    ? begin(dispatch, Named.of(dispatch, caller.get()), SEE_OTHER)
                    : CompletableFuture.completedFuture(EmbedResource.signInFirst(dispatch));
        });
    }

    /** Tells a script where to send the browser: a fetch would follow a redirect itself. */
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> begin(dispatch, Named.in(dispatch), CREATED));
    }

    private static CompletionStage<Answer> begin(Dispatch dispatch, Named named, int status) {
        String returnTo = ReturnTo.of(dispatch);
        FlowCookie cookie = FlowCookie.ofBeginning(dispatch.request());
        return named.authorizations()
                .connecting()
                .begin(named.caller(), named.provider(), cookie.hash(), returnTo)
                .thenApply(address -> begun(dispatch, address, cookie, status));
    }

    /** The line is that of the callback. */
    private static Answer begun(Dispatch dispatch, URI address, FlowCookie cookie, int status) {
        dispatch.silent();
        return Answer.empty(status)
                .with("Location", address.toString())
                .with("Set-Cookie", cookie.setCookie(dispatch.asked().mount()));
    }
}
