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

    /**
     * Whether the token has to be a new one.
     *
     * @throws ProblemException {@link Problem#BAD_PARAMETER}
     */
    static boolean isFresh(Query query) {
        return switch (query.single("fresh").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ProblemException(Problem.BAD_PARAMETER);
        };
    }
}
