package io.github.tstoken.web.guard;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.config.WebConfig;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.List;
import java.util.Optional;

/** Decides whether a request may be served at all, before anybody asks who sent it. Pure: values in, a verdict out. */
public final class Guard {
    private static final String PREFLIGHT = "access-control-request-method";
    /** A header of any value that only scripts can send, and those of other origins only after a preflight. */
    private static final String NO_FORM = "x-requested-by";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String HEADERS_ALLOWED =
            "X-Auth-Token, Authorization, X-Requested-By, Content-Type, Accept, traceparent";

    private final OriginRule origins;
    private final boolean embedCrossSite;
    private final boolean signsIn;

    /**
     * The guard of a configuration.
     *
     * @param web has the listed origins
     * @param redirect whether other sites may link into the redirect
     * @param signsIn whether people sign in at an OpenID Provider
     */
    public Guard(WebConfig web, RedirectConfig redirect, boolean signsIn) {
        this.origins = new OriginRule(web);
        this.embedCrossSite = redirect.allowCrossSite();
        this.signsIn = signsIn;
    }

    /** The verdict on a request. */
    public Verdict judge(Asked asked) {
        Optional<String> readableBy = origins.listed(asked);
        Optional<Route> route = Optional.empty();
        try {
            List<String> segments = PathRule.segments(asked.path());
            route = Route.of(segments).filter(place -> signsIn || !place.isOfSignIn());
            Route found = route.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
            if (asked.method().equals("OPTIONS")) {
                return new Verdict.Answered(options(asked, found), readableBy);
            }
            Query query = admitted(asked, found);
            return new Verdict.Passed(found, segments, query, readableBy);
        } catch (ProblemException refused) {
            return new Verdict.Refused(refused, route, readableBy);
        }
    }

    private Query admitted(Asked asked, Route route) {
        if (!route.methods().contains(asked.method())) {
            throw new ProblemException(Problem.METHOD_NOT_ALLOWED);
        }
        checkAudience(asked, route);
        if (route.audience(asked.method()) == Route.Audience.PROVIDERS && !isForm(asked)) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        Query query = Query.parse(asked.query());
        ParameterRule.check(route, query);
        return query;
    }

    private void checkAudience(Asked asked, Route route) {
        Route.Audience audience = route.audience(asked.method());
        if (!isWanted(asked, route, audience)) {
            throw new ProblemException(Problem.NOT_A_FETCH);
        }
        boolean allowed = switch (audience) {
            case OWN_SCRIPTS, OWN_ACTIONS -> origins.allowsScript(asked);
            case NAVIGATIONS -> FetchRule.mayBeNavigation(asked) || origins.allowsScript(asked);
            case OWN_NAVIGATIONS -> embedCrossSite || origins.allowsNavigation(asked);
            case OWN_PEOPLE ->
                origins.allowsScript(asked) || (FetchRule.isTab(asked) && origins.allowsNavigation(asked));
            case PROVIDERS, ANYBODY -> true;
        };
        if (!allowed) {
            throw new ProblemException(Problem.ORIGIN_REFUSED);
        }
        if (audience == Route.Audience.OWN_ACTIONS && asked.header(NO_FORM).isEmpty()) {
            throw new ProblemException(Problem.CSRF);
        }
    }

    /** Whether the answer is for a script, or for a person who has clicked, where it has to be. */
    private static boolean isWanted(Asked asked, Route route, Route.Audience audience) {
        if (route == Route.ACCESS_TOKEN) {
            return FetchRule.isScriptFetch(asked);
        }
        return switch (audience) {
            case OWN_SCRIPTS -> FetchRule.isScriptFetch(asked);
            case OWN_NAVIGATIONS, NAVIGATIONS -> !FetchRule.isPrefetch(asked);
            case OWN_ACTIONS, OWN_PEOPLE, PROVIDERS, ANYBODY ->
                route != Route.AUTHORIZATIONS || FetchRule.isScriptFetch(asked) || FetchRule.isOpenedTab(asked);
        };
    }

    private static boolean isForm(Asked asked) {
        String type = asked.header("content-type").orElse("").split(";", -1)[0];
        return type.strip().equalsIgnoreCase(FORM);
    }

    private Answer options(Asked asked, Route route) {
        if (asked.header(PREFLIGHT).isEmpty()) {
            return Answer.empty(204).with("Allow", route.allow());
        }
        if (origins.listed(asked).isEmpty()) {
            throw new ProblemException(Problem.ORIGIN_REFUSED);
        }
        return Answer.empty(204)
                .with("Allow", route.allow())
                .with("Access-Control-Allow-Methods", route.allow())
                .with("Access-Control-Allow-Headers", HEADERS_ALLOWED)
                .with("Access-Control-Max-Age", "600");
    }
}
