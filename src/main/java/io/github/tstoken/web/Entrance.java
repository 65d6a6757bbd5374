package io.github.tstoken.web;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditTrail;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.answer.TraceId;
import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.Route;
import io.github.tstoken.web.guard.Verdict;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** From the raw request to a resource, or to a refusal: the guard judges, and what it lets through is marked. */
public final class Entrance {
    private static final String NO_ROUTE = "none";
    private static final Set<String> BODIES = Set.of("POST", "DELETE");

    private final TokenService service;
    private final ResourceDispatcher resources;
    private final RequestThreads requestThreads;

    /**
     * The entrance of a running service.
     *
     * @param resources where marked requests go on
     */
    public Entrance(TokenService service, ResourceDispatcher resources) {
        this.service = service;
        this.resources = resources;
        requestThreads = new RequestThreads(service.config());
    }

    /** Hands a marked request to the resource of its route. */
    @FunctionalInterface
    public interface ResourceDispatcher {
        /** Serves the request, perhaps only later on another thread. */
        void dispatch(Route route, HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException;
    }

    /** Serves a request, whatever it is. What goes wrong here is an answer of ours, too, and not the container's page. */
    public void enter(Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        TraceContext trace = TraceContext.continuing(asked.header("traceparent"), asked.header("tracestate"));
        StandardHeaders.set(response, new TraceId(trace.traceId()));
        try {
            serve(asked, trace, request, response);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            if (response.isCommitted() || request.isAsyncStarted()) {
                throw failure;
            }
            refuse(response, asked, trace, Optional.empty(), Failures.problem(failure, new TraceId(trace.traceId())));
        }
    }

    private void serve(Asked asked, TraceContext trace, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Verdict verdict = service.guard().judge(asked);
        verdict.readableBy().ifPresent(origin -> StandardHeaders.allow(response, origin));
        if (verdict instanceof Verdict.Passed passed) {
            pass(asked, trace, passed, request, response);
        } else if (verdict instanceof Verdict.Refused refused) {
            refuse(response, asked, trace, refused.route(), refused.failure());
        } else if (verdict instanceof Verdict.Answered answered) {
            ServletAnswers.write(response, answered.answer());
        }
    }

    private void pass(
            Asked asked,
            TraceContext trace,
            Verdict.Passed passed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (BODIES.contains(asked.method()) && !BodyLimit.keeps(passed.route(), request)) {
            refuse(response, asked, trace, Optional.of(passed.route()), new ProblemException(Problem.TOO_LARGE));
            return;
        }
        if (request.isAsyncSupported() || !passed.route().mayWait()) {
            dispatch(asked, trace, passed, request, response);
        } else if (requestThreads.enter()) {
            try {
                dispatch(asked, trace, passed, request, response);
            } finally {
                requestThreads.leave();
            }
        } else {
            refuse(response, asked, trace, Optional.of(passed.route()), new ProblemException(Problem.OVERLOADED));
        }
    }

    private void dispatch(
            Asked asked,
            TraceContext trace,
            Verdict.Passed passed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Duration> longestWait =
                request.isAsyncSupported() ? Optional.empty() : Optional.of(requestThreads.longestWait());
        Dispatch dispatch = new Dispatch(
                service,
                request,
                asked,
                passed,
                trace,
                trail(passed.route(), asked, trace),
                new CompletableFuture<>(),
                longestWait);
        if (passed.route().mints()) {
            service.identification().track(request, response);
        }
        dispatch.mark();
        try {
            resources.dispatch(passed.route(), request, response);
        } finally {
            dispatch.leave();
        }
    }

    private void refuse(
            HttpServletResponse response,
            Asked asked,
            TraceContext trace,
            Optional<Route> route,
            ProblemException failure)
            throws IOException {
        route.flatMap(place -> trail(place, asked, trace))
                .ifPresent(trail -> trail.refused(
                        failure.problem().slug(), failure.problem().isAlarming(), Optional.empty()));
        service.metrics()
                .answered(
                        route.map(Route::slug).orElse(NO_ROUTE),
                        failure.problem().slug());
        ServletAnswers.write(response, ProblemView.of(failure, asked, route, new TraceId(trace.traceId())));
    }

    private Optional<AuditTrail> trail(Route route, Asked asked, TraceContext trace) {
        return action(route, asked.method()).map(action -> new AuditTrail(service.audit(), action, trace.traceId()));
    }

    private static Optional<AuditEvent.Action> action(Route route, String method) {
        return switch (route) {
            case TOKEN, TOKEN_JSON, GETTOKEN -> Optional.of(AuditEvent.Action.MINT);
            case EMBED -> Optional.of(AuditEvent.Action.REDIRECT);
            case LOGOUT, CONNECTION -> Optional.of(AuditEvent.Action.REVOKE);
            case AUTHORIZE, CALLBACK -> Optional.of(AuditEvent.Action.CONNECT);
            case ACCESS_TOKEN -> Optional.of(AuditEvent.Action.REFRESH);
            case LOGIN_CALLBACK -> Optional.of(AuditEvent.Action.SIGN_IN);
            case BACKCHANNEL_LOGOUT -> Optional.of(AuditEvent.Action.SIGN_OUT);
            case PEOPLE ->
                Optional.of(method.equals("DELETE") ? AuditEvent.Action.REVOKE : AuditEvent.Action.ADMINISTER);
            case AUDIT, RE_ENCRYPT -> Optional.of(AuditEvent.Action.ADMINISTER);
            case STATUS_PAGE, LOGIN, WHOAMI, CLIENT_MODULE, HEALTH, OPENAPI, METRICS, AUTHORIZATIONS ->
                Optional.empty();
        };
    }
}
