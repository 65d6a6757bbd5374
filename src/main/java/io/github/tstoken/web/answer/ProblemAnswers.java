package io.github.tstoken.web.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Problem} looks to the one who asked.
 *
 * <p>The Visual Embed SDK reads the body of any answer as the token, whatever the status, and sends it to ThoughtSpot. So a
 * caller that did not name JSON gets an empty body, and the reason is in the header {@code Problem}.
 */
public final class ProblemAnswers {
    private static final Page ERROR = Page.load("error.html");
    private static final Page ERROR_WITH_LINK = Page.load("error-with-link.html");
    private static final String NOT_FRAMED = "frame-ancestors 'none'";

    private ProblemAnswers() {}

    /**
     * Where a person can go on.
     *
     * @param address a path from the root of this origin
     * @param text what the link says
     */
    public record Link(String address, String text) {}

    /** For scripts: nothing, or RFC 9457 when it was asked for. */
    public static Answer forScripts(ProblemException failure, Accept accept, TraceId traceId) {
        Answer answer = accept.json()
                ? Answer.of(failure.problem().status(), Answer.PROBLEM_JSON, json(failure, traceId))
                : Answer.empty(failure.problem().status());
        return withHeaders(answer, failure);
    }

    /** For a person: a short page with the reason and the trace id, and where it helps a link to go on. */
    public static Answer forPeople(ProblemException failure, TraceId traceId, Optional<Link> link) {
        Problem problem = failure.problem();
        Map<String, String> values = Map.of(
                "title", problem.title(),
                "detail", problem.detail(),
                "trace_id", traceId.value(),
                "link", link.map(Link::address).orElse(""),
                "link_text", link.map(Link::text).orElse(""));
        Page page = link.isPresent() ? ERROR_WITH_LINK : ERROR;
        return withHeaders(page.answer(problem.status(), NOT_FRAMED, values), failure);
    }

    private static String json(ProblemException failure, TraceId traceId) {
        Problem problem = failure.problem();
        ObjectNode body = Json.object();
        body.put("type", "urn:ts-token:problem:" + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", failure.detail());
        failure.members().forEach(body::put);
        body.put("trace_id", traceId.value());
        return Json.text(body);
    }

    private static Answer withHeaders(Answer answer, ProblemException failure) {
        Answer named = linked(answer.with("Problem", failure.problem().slug()), failure);
        return failure.retryAfter()
                .map(wait -> named.with("Retry-After", Long.toString(roundedUp(wait))))
                .orElse(named);
    }

    /** RFC 8288: also for who does not read the body. */
    private static Answer linked(Answer answer, ProblemException failure) {
        return Optional.ofNullable(failure.members().get(ProblemException.AUTHORIZE_URL))
                .map(address -> answer.with("Link", "<" + address + ">; rel=\"authorize\""))
                .orElse(answer);
    }

    private static long roundedUp(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
