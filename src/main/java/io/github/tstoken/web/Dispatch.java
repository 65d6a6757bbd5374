package io.github.tstoken.web;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.operations.AuditTrail;
import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.web.answer.Accept;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.answer.TraceId;
import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A request that passed the guard, with the service that answers it: the mark without which no resource answers. An
 * application that scans its libraries for JAX-RS resources would publish ours past the guard; there they are 404.
 *
 * @param service what answers
 * @param request the request, for those who find out who sent it; it ends when the request's thread leaves
 * @param asked what was asked, raw
 * @param passed what was asked, as the guard let it through
 * @param trace the trace of the request
 * @param trail its line in the audit log, for requests that can mint a token
 * @param left completes when the request's own thread has left, and what is still to come comes later
 * @param longestWait how long the request's own thread waits for the answer, where it may not leave before
 */
record Dispatch(
        TokenService service,
        HttpServletRequest request,
        Asked asked,
        Verdict.Passed passed,
        TraceContext trace,
        Optional<AuditTrail> trail,
        CompletableFuture<Void> left,
        Optional<Duration> longestWait) {
    private static final String ATTRIBUTE = Dispatch.class.getName();
    private static final String LOGIN_URL = "login_url";
    private static final String NO_PROBLEM = "none";

    /** Marks the request for one dispatch. */
    void mark() {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Takes the mark away again, before anybody else can use the request, and lets late answers through. */
    void leave() {
        request.removeAttribute(ATTRIBUTE);
        left.complete(null);
    }

    /**
     * A thread of the container, for writing an answer that comes late: whoever reads it slowly holds up a thread of the
     * server, as with any other page, and never one of the few that carry everybody's tokens. When nobody waits for the
     * answer any more the container has none to give; what is left to do then is the line in the audit log.
     */
    Executor containerThread() {
        return task -> {
            try {
                request.getAsyncContext().start(task);
            } catch (RuntimeException gone) {
                task.run();
            }
        };
    }

    /**
     * The mark of a request.
     *
     * @throws NotFoundException when the request did not come through the filter
     */
    static Dispatch of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Dispatch dispatch) {
            return dispatch;
        }
        throw new NotFoundException();
    }

    /** Who is signed in, or empty when nobody is. */
    Optional<Caller> caller() {
        Optional<Caller> caller = service.identification().identify(request);
        caller.ifPresent(somebody -> trail.ifPresent(line -> line.askedBy(somebody)));
        return caller;
    }

    /**
     * Who is signed in.
     *
     * @throws ProblemException {@link Problem#NOT_SIGNED_IN}
     */
    Caller signedIn() {
        return caller().orElseThrow(this::notSignedIn);
    }

    private ProblemException notSignedIn() {
        return service.identification()
                .absence(request)
                .map(reason ->
                        new ProblemException(Problem.NOT_SIGNED_IN, Problem.NOT_SIGNED_IN.detail() + " " + reason))
                .map(this::leadingToSignIn)
                .orElseGet(this::signInFirst);
    }

    /** That nobody is signed in, with where a person can mend that. */
    ProblemException signInFirst() {
        return leadingToSignIn(new ProblemException(Problem.NOT_SIGNED_IN));
    }

    private ProblemException leadingToSignIn(ProblemException problem) {
        return LoginAddress.of(this)
                .map(login -> problem.with(LOGIN_URL, login))
                .orElse(problem);
    }

    /**
     * Sign-in at the OpenID Provider.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} where there is none
     */
    OidcSignIns signIns() {
        return service.signIns().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * Does something with the request once some work is done: on its own thread, or when that has left, on one of the
     * container's.
     */
    <T, R> CompletionStage<R> afterwards(CompletionStage<T> work, Function<T, R> then) {
        if (work.toCompletableFuture().isDone()) {
            return work.thenApply(then);
        }
        return longestWait
                .map(longest -> Waiting.atMost(longest, work).thenApply(then))
                .orElseGet(() -> left.thenCompose(gone -> work).thenApplyAsync(then, containerThread()));
    }

    /**
     * An administrator of this service.
     *
     * @throws ProblemException {@link Problem#NOT_SIGNED_IN}, or {@link Problem#NOT_ALLOWED} for anybody else
     */
    Caller administrator() {
        Caller caller = signedIn();
        if (!isAdministrator(caller)) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return caller;
    }

    /** Whether somebody has one of the roles that make an administrator of this service. */
    boolean isAdministrator(Caller caller) {
        return caller.roles().stream().anyMatch(service.config().web().adminRoles()::contains);
    }

    /** The id under which the request is found in the logs. */
    TraceId traceId() {
        return new TraceId(trace.traceId());
    }

    /** Notes in the audit log that what was asked for was given. */
    void granted() {
        trail.ifPresent(AuditTrail::granted);
        service.metrics().answered(passed.route().slug(), NO_PROBLEM);
    }

    /** Leaves the audit log as it is: what is done here is no refusal, and has its line where it is done, or needs none. */
    void silent() {
        trail.ifPresent(AuditTrail::silent);
    }

    /**
     * Notes in the audit log that nothing was given.
     *
     * @param reason what is known of the cause, in our own words
     */
    void refused(Problem problem, Optional<String> reason) {
        trail.ifPresent(line -> line.refused(problem.slug(), problem.isAlarming(), reason));
        service.metrics().answered(passed.route().slug(), problem.slug());
    }

    Accept accept() {
        return Accept.parse(asked.header("accept").orElse(""));
    }
}
