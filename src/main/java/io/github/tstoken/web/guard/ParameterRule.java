package io.github.tstoken.web.guard;

import io.github.tstoken.redirect.RuntimeFilters;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.List;
import java.util.Set;

/**
 * Which parameters a route has. Everything else is refused by name, so that nothing a browser sends is ignored in silence where
 * it could be meant to matter; but what a provider adds to a callback is its own affair: "The client MUST ignore unrecognized response parameters", RFC 6749
 * section 4.1.2.
 */
final class ParameterRule {
    private static final Set<String> OF_TOKENS = Set.of("object", "org", "fresh");
    private static final String ORG = "org";
    private static final String RETURN_TO = "return_to";
    private static final String LIMIT = "limit";
    private static final String MINIMUM_SECONDS = "minimum_seconds";
    private static final String DRY_RUN = "dry_run";

    private ParameterRule() {}

    /**
     * Checks names and repetition.
     *
     * @throws ProblemException {@link Problem#UNKNOWN_PARAMETER} or {@link Problem#BAD_PARAMETER}
     */
    static void check(Route route, Query query) {
        query.parameters().keySet().stream()
                .filter(name -> !isKnown(route, name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProblemException(Problem.UNKNOWN_PARAMETER);
                });
        query.parameters().forEach(ParameterRule::checkRepetition);
    }

    private static boolean isKnown(Route route, String name) {
        return switch (route) {
            case TOKEN, TOKEN_JSON, GETTOKEN -> OF_TOKENS.contains(name);
            case EMBED -> name.equals(ORG) || RuntimeFilters.owns(name);
            case AUDIT -> name.equals(LIMIT);
            case LOGIN, AUTHORIZE -> name.equals(RETURN_TO);
            case ACCESS_TOKEN -> name.equals(MINIMUM_SECONDS);
            case PEOPLE -> name.equals(DRY_RUN);
            case LOGIN_CALLBACK, CALLBACK -> true;
            // Pages, modules and probes are asked for with whatever keeps caches away or counts visits.
            case STATUS_PAGE, CLIENT_MODULE, HEALTH, OPENAPI -> true;
            case BACKCHANNEL_LOGOUT, LOGOUT, WHOAMI, METRICS, AUTHORIZATIONS, CONNECTION, RE_ENCRYPT -> false;
        };
    }

    private static void checkRepetition(String name, List<String> values) {
        if (values.size() > 1 && !RuntimeFilters.owns(name)) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
    }
}
