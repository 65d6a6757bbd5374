package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.authorizations.ReEncryptionRun;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /admin/store/re-encrypt}: encrypts everything stored with the first key, and tells how far that is on this node. */
@Path("ts-token/admin/store/re-encrypt")
public class ReEncryptResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> {
            Authorizations authorizations = PeopleResource.ofAdministrator(dispatch);
            dispatch.silent();
            return authorizations
                    .reEncryption()
                    .report()
                    .thenApply(report -> Answer.of(200, Answer.JSON, json(report)));
        });
    }

    /** Starts a run, or goes on with one. */
    @POST
    public CompletionStage<Response> post(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> {
            Authorizations authorizations = PeopleResource.ofAdministrator(dispatch);
            dispatch.trail().ifPresent(trail -> trail.noting("re-encryption"));
            return authorizations.reEncryption().start().thenApply(report -> Answer.of(202, Answer.JSON, json(report)));
        });
    }

    private static String json(ReEncryptionRun.Report report) {
        ObjectNode json = Json.object();
        json.put("state", report.status().state().slug());
        json.put("done", report.status().done());
        json.put("unreadable", report.status().unreadable());
        json.put("remaining", report.remaining());
        return Json.text(json);
    }
}
