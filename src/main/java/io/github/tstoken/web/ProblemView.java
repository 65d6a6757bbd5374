package io.github.tstoken.web;

import io.github.tstoken.web.answer.Accept;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemAnswers;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.answer.TraceId;
import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.FetchRule;
import io.github.tstoken.web.guard.Route;
import java.util.Optional;

/** Chooses how a problem is shown, and where a person can go on from it. */
final class ProblemView {
    private ProblemView() {}

    /** The answer to a request that ended in a problem, at a route when there is one. */
    static Answer of(ProblemException failure, Asked asked, Optional<Route> route, TraceId traceId) {
        Accept accept = Accept.parse(asked.header("accept").orElse(""));
        Answer answer =
                route.filter(place -> isSeenByAPerson(place, asked, accept)).isPresent()
                        ? ProblemAnswers.forPeople(failure, traceId, link(failure, asked))
                        : ProblemAnswers.forScripts(failure, accept, traceId);
        // "The origin server MUST generate an Allow header field in a 405 response", RFC 9110 section 15.5.6.
        return route.filter(place -> failure.problem() == Problem.METHOD_NOT_ALLOWED)
                .map(place -> answer.with("Allow", place.allow()))
                .orElse(answer);
    }

    private static boolean isSeenByAPerson(Route route, Asked asked, Accept accept) {
        return switch (route) {
            case EMBED, LOGIN, LOGIN_CALLBACK, STATUS_PAGE, AUTHORIZE, CALLBACK -> accept.html();
            case TOKEN, TOKEN_JSON, GETTOKEN, ACCESS_TOKEN -> FetchRule.isTab(asked);
            case BACKCHANNEL_LOGOUT,
                    LOGOUT,
                    WHOAMI,
                    CLIENT_MODULE,
                    HEALTH,
                    OPENAPI,
                    METRICS,
                    AUDIT,
                    AUTHORIZATIONS,
                    CONNECTION,
                    PEOPLE,
                    RE_ENCRYPT -> false;
        };
    }

    /**
     * A navigation that another site began was refused; the same one begun here, by a person's click in a tab of their own,
     * is fine. Inside a frame the other site could make them click.
     */
    private static Optional<ProblemAnswers.Link> link(ProblemException failure, Asked asked) {
        if (!FetchRule.isTab(asked)) {
            return Optional.empty();
        }
        return switch (failure.problem()) {
            case ORIGIN_REFUSED -> Optional.of(new ProblemAnswers.Link(asked.address(), "Go on all the same"));
            case NOT_A_FETCH -> Optional.of(new ProblemAnswers.Link(asked.mount() + "/", "Go to the status page"));
            case FLOW_INVALID -> Optional.of(new ProblemAnswers.Link(asked.mount() + "/", "Go to the status page"));
            default -> Optional.empty();
        };
    }
}
