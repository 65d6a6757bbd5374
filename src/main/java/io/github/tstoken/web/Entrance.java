package io.github.tstoken.web;

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
import java.util.concurrent.CompletableFuture;

/** From the raw request to a resource, or to a refusal: the guard judges, and what it lets through is marked. */
public final class Entrance {
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
        TraceId traceId = TraceId.continuing(asked.header("traceparent"));
        StandardHeaders.set(response, traceId);
        try {
            serve(asked, traceId, request, response);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            if (response.isCommitted() || request.isAsyncStarted()) {
                throw failure;
            }
            refuse(response, asked, traceId, Optional.empty(), Failures.problem(failure, traceId));
        }
    }

    private void serve(Asked asked, TraceId traceId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Verdict verdict = service.guard().judge(asked);
        verdict.readableBy().ifPresent(origin -> StandardHeaders.allow(response, origin));
        if (verdict instanceof Verdict.Passed passed) {
            pass(asked, traceId, passed, request, response);
        } else if (verdict instanceof Verdict.Refused refused) {
            refuse(response, asked, traceId, refused.route(), refused.failure());
        } else if (verdict instanceof Verdict.Answered answered) {
            ServletAnswers.write(response, answered.answer());
        }
    }

    private void pass(
            Asked asked,
            TraceId traceId,
            Verdict.Passed passed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (asked.method().equals("POST") && !BodyLimit.discard(request)) {
            refuse(response, asked, traceId, Optional.of(passed.route()), new ProblemException(Problem.TOO_LARGE));
            return;
        }
        if (request.isAsyncSupported() || !passed.route().mints()) {
            dispatch(asked, traceId, passed, request, response);
        } else if (requestThreads.enter()) {
            try {
                dispatch(asked, traceId, passed, request, response);
            } finally {
                requestThreads.leave();
            }
        } else {
            refuse(response, asked, traceId, Optional.of(passed.route()), new ProblemException(Problem.OVERLOADED));
        }
    }

    private void dispatch(
            Asked asked,
            TraceId traceId,
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
                traceId,
                trail(passed.route(), traceId),
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
            HttpServletResponse response, Asked asked, TraceId traceId, Optional<Route> route, ProblemException failure)
            throws IOException {
        route.flatMap(place -> trail(place, traceId))
                .ifPresent(trail -> trail.refused(
                        failure.problem().slug(), failure.problem().isAlarming(), Optional.empty()));
        ServletAnswers.write(response, ProblemView.of(failure, asked, route, traceId));
    }

    private Optional<AuditTrail> trail(Route route, TraceId traceId) {
        return action(route).map(action -> new AuditTrail(service.audit(), action, traceId.value()));
    }

    private static Optional<AuditEvent.Action> action(Route route) {
        return switch (route) {
            case TOKEN, TOKEN_JSON, GETTOKEN -> Optional.of(AuditEvent.Action.MINT);
            case EMBED -> Optional.of(AuditEvent.Action.REDIRECT);
            case LOGOUT -> Optional.of(AuditEvent.Action.REVOKE);
            case STATUS_PAGE, WHOAMI, CLIENT_MODULE, HEALTH, OPENAPI -> Optional.empty();
        };
    }
}
