package io.github.tstoken.web.guard;

import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.ProblemException;
import java.util.List;
import java.util.Optional;

/** What the guard says of a request. */
public sealed interface Verdict {

    /** The listed origin that may read the answer, when the request has one. */
    Optional<String> readableBy();

    /**
     * The request may go on, as exactly this.
     *
     * @param route where to
     * @param segments the path, decoded
     * @param query the parameters, all of them known
     */
    record Passed(Route route, List<String> segments, Query query, Optional<String> readableBy) implements Verdict {}

    /**
     * The guard answers by itself: OPTIONS.
     *
     * @param answer the whole answer
     */
    record Answered(Answer answer, Optional<String> readableBy) implements Verdict {}

    /**
     * The request ends here.
     *
     * @param failure why
     * @param route where it would have gone, when that exists
     */
    record Refused(ProblemException failure, Optional<Route> route, Optional<String> readableBy) implements Verdict {}
}
