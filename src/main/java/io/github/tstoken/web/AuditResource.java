package io.github.tstoken.web;

import io.github.tstoken.operations.RecentAudit;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /admin/audit}: the last lines of the audit log of this node, for its administrators. */
@Path("ts-token/admin/audit")
public class AuditResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> CompletableFuture.completedFuture(lines(dispatch)));
    }

    private static Answer lines(Dispatch dispatch) {
        dispatch.administrator();
        int limit = limit(dispatch.passed().query());
        dispatch.silent();
        // Each line is JSON already.
        String lines = String.join(",\n", dispatch.service().recentAudit().newest(limit));
        return Answer.of(200, Answer.JSON, "[" + lines + "]");
    }

    private static int limit(Query query) {
        Optional<String> text = query.single("limit");
        if (text.isEmpty()) {
            return RecentAudit.MOST;
        }
        if (!text.get().matches("[1-9][0-9]{0,3}") || Integer.parseInt(text.get()) > RecentAudit.MOST) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        return Integer.parseInt(text.get());
    }
}
