package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.authorizations.Offboarding;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** {@code /admin/people/{principal}/authorizations}: a person's connections, for administrators, who can end them all. */
@Path("ts-token/admin/people")
public class PeopleResource {
    @GET
    public CompletionStage<Response> get(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> {
            Authorizations authorizations = ofAdministrator(dispatch);
            boolean unused = isDry(dispatch);
            dispatch.silent();
            return authorizations
                    .offboarding()
                    .list(person(dispatch))
                    .thenApply(held -> Answer.of(
                            200, Answer.JSON, ConnectionJson.array(held.stream().map(ConnectionJson::of))));
        });
    }

    /** Ends them, or with {@code dry_run=true} says what would end. */
    @DELETE
    public CompletionStage<Response> delete(@Context HttpServletRequest request) {
        return Reply.to(request, dispatch -> {
            Authorizations authorizations = ofAdministrator(dispatch);
            boolean isDry = isDry(dispatch);
            Offboarding offboarding = authorizations.offboarding();
            String person = person(dispatch);
            return (isDry ? offboarding.list(person) : offboarding.disconnect(person))
                    .thenApply(held -> disconnected(dispatch, person, held, isDry));
        });
    }

    private static Answer disconnected(Dispatch dispatch, String person, List<Offboarding.Held> held, boolean isDry) {
        String which = held.stream().map(Offboarding.Held::provider).collect(Collectors.joining(", "));
        dispatch.trail()
                .ifPresent(
                        trail -> trail.noting((isDry ? "dry run: " : "") + "connections of " + person + ": " + which));
        ObjectNode json = Json.object().put("principal", person).put("dry_run", isDry);
        var disconnected = json.putArray("disconnected");
        held.forEach(each -> disconnected.add(ConnectionJson.of(each)));
        return Answer.of(200, Answer.JSON, Json.text(json));
    }

    private static String person(Dispatch dispatch) {
        return dispatch.passed().segments().get(2);
    }

    /** Without providers there are no connections to be asked about. */
    static Authorizations ofAdministrator(Dispatch dispatch) {
        dispatch.administrator();
        return dispatch.service().authorizations().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static boolean isDry(Dispatch dispatch) {
        return switch (dispatch.passed().query().single("dry_run").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ProblemException(Problem.BAD_PARAMETER);
        };
    }
}
