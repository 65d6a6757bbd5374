package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.identity.OidcSession;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.thoughtspot.TokenRequest;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code /logout}: ends the ThoughtSpot tokens of this sign-in, and the sign-in itself when it is ours. The application's own
 * is the application's to end.
 */
@Path("ts-token/logout")
public class LogoutResource {
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(end(dispatch)));
    }

    /** First the sign-in, if it is ours, so that it gets no further token. ThoughtSpot is told behind the answer. */
    private static Answer end(Dispatch dispatch) {
        Caller caller = dispatch.signedIn();
        Answer answer = dispatch.service()
                .signIns()
                .flatMap(any -> OidcSession.of(dispatch.request()))
                .map(signIn -> signOut(dispatch, caller, signIn))
                .orElseGet(() -> Answer.empty(204));
        List<TokenRequest> ended = caller.signIn()
                .map(signIn -> dispatch.service().issuer().end(signIn.session(), dispatch.trace()))
                .orElse(List.of());
        ended.stream().findFirst().ifPresent(newest -> dispatch.trail().ifPresent(trail -> trail.asksFor(newest)));
        return answer;
    }

    private static Answer signOut(Dispatch dispatch, Caller caller, OidcSignIn signIn) {
        Optional<URI> endSession = dispatch.signIns().end(signIn);
        OidcSession.end(dispatch.request());
        dispatch.service()
                .audit()
                .record(AuditEvent.signedOut(caller, dispatch.traceId().value()));
        ObjectNode body = Json.object();
        body.put("end_session_url", endSession.map(URI::toString).orElse(null));
        return Answer.of(200, Answer.JSON, Json.text(body));
    }
}
