package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /login/backchannel-logout}: the OpenID Provider says whose sign-in has ended. */
@Path("ts-token/login/backchannel-logout")
public class BackChannelLogoutResource {
    private static final String LOGOUT_TOKEN = "logout_token";
    private static final int LONGEST = 16 * 1024;

    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> end(dispatch));
    }

    private static CompletionStage<Answer> end(Dispatch dispatch) {
        return dispatch.signIns().endByProvider(logoutToken(dispatch.request())).thenApply(told -> Answer.empty(200));
    }

    /** The server reads the form: a filter of the application may have had it do so before us. */
    private static String logoutToken(HttpServletRequest request) {
        String[] values = request.getParameterValues(LOGOUT_TOKEN);
        if (values == null || values.length != 1 || values[0].length() > LONGEST) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        return values[0];
    }
}
