package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code DELETE /authorizations/{provider}}: disconnects. Nothing to disconnect is as good as done. */
@Path("ts-token/authorizations/connection")
public class ConnectionResource {
    @DELETE
    public CompletionStage<Response> delete(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> disconnect(dispatch));
    }

    private static CompletionStage<Answer> disconnect(Dispatch dispatch) {
        Named named = Named.in(dispatch);
        return named.authorizations()
                .disconnecting()
                .disconnect(named.caller(), named.provider())
                .thenApply(wasConnected -> {
                    dispatch.trail().ifPresent(trail -> {
                        trail.at(named.provider());
                        trail.noting(wasConnected ? "the person disconnected" : "there was no connection");
                    });
                    return Answer.empty(204);
                });
    }
}
