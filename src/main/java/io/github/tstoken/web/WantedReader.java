package io.github.tstoken.web;

import io.github.tstoken.config.OrgId;
import io.github.tstoken.policy.Wanted;
import io.github.tstoken.thoughtspot.Guid;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.Query;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a query asks for. */
final class WantedReader {
    private WantedReader() {}

    /**
     * A token for the page's SDK.
     *
     * @throws ProblemException {@link Problem#BAD_TARGET} or {@link Problem#BAD_PARAMETER}
     */
    static Wanted forSdk(Query query) {
        checkFresh(query);
        return new Wanted(Wanted.Purpose.SDK, query.single("object").map(WantedReader::guid), org(query));
    }

    /**
     * A token for a redirect.
     *
     * @throws ProblemException {@link Problem#BAD_PARAMETER}
     */
    static Wanted forRedirect(Query query, Optional<Guid> liveboard) {
        return new Wanted(Wanted.Purpose.REDIRECT, liveboard, org(query));
    }

    private static Guid guid(String text) {
        return Guid.parse(text).orElseThrow(() -> new ProblemException(Problem.BAD_TARGET));
    }

    private static OptionalInt org(Query query) {
        Optional<String> asked = query.single("org");
        OptionalInt org = asked.map(OrgId::parse).orElseGet(OptionalInt::empty);
        if (asked.isPresent() && org.isEmpty()) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        return org;
    }

    /** Every token is a new one, so there is nothing to choose; what is neither yes nor no is refused all the same. */
    private static void checkFresh(Query query) {
        query.single("fresh")
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> {
                    throw new ProblemException(Problem.BAD_PARAMETER);
                });
    }
}
