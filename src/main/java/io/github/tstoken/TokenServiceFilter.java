package io.github.tstoken;

import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditTrail;
import io.github.tstoken.web.BodyLimit;
import io.github.tstoken.web.Dispatch;
import io.github.tstoken.web.ProblemView;
import io.github.tstoken.web.ServletAnswers;
import io.github.tstoken.web.StandardHeaders;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.answer.TraceId;
import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.Route;
import io.github.tstoken.web.guard.Verdict;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The one entrance. It answers every request below its mapping, {@code /*} in the WAR or {@code /ts-token/*} inside an
 * application: the guard judges the raw request, and what it lets through goes to a resource, marked.
 */
public final class TokenServiceFilter implements Filter {
    private RunningService running;
    private MountPoint mount;

    @Override
    public void init(FilterConfig config) throws ServletException {
        mount = MountPoint.of(config);
        running = RunningService.of(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        Asked asked = AskedReader.read(request, mount);
        TraceId traceId = TraceId.continuing(asked.header("traceparent"));
        Verdict verdict = running.service().guard().judge(asked);
        StandardHeaders.set(response, verdict, traceId);
        if (verdict instanceof Verdict.Passed passed) {
            pass(request, response, asked, passed, traceId);
        } else if (verdict instanceof Verdict.Refused refused) {
            refuse(response, asked, refused, traceId);
        } else if (verdict instanceof Verdict.Answered answered) {
            ServletAnswers.write(response, answered.answer());
        }
    }

    private void pass(
            HttpServletRequest request,
            HttpServletResponse response,
            Asked asked,
            Verdict.Passed passed,
            TraceId traceId)
            throws IOException, ServletException {
        try {
            if (asked.method().equals("POST")) {
                BodyLimit.discard(request);
            }
        } catch (ProblemException tooLarge) {
            refuse(response, asked, refusal(passed, tooLarge), traceId);
            return;
        }
        Dispatch dispatch =
                new Dispatch(running.service(), request, asked, passed, traceId, trail(passed.route(), traceId));
        dispatch.mark();
        try {
            running.resources().service(passed.route(), request, response);
        } finally {
            dispatch.unmark();
        }
    }

    private static Verdict.Refused refusal(Verdict.Passed passed, ProblemException failure) {
        return new Verdict.Refused(failure, Optional.of(passed.route()), passed.readableBy());
    }

    private void refuse(HttpServletResponse response, Asked asked, Verdict.Refused refused, TraceId traceId)
            throws IOException {
        ProblemException failure = refused.failure();
        refused.route()
                .flatMap(route -> trail(route, traceId))
                .ifPresent(trail -> trail.refused(
                        failure.problem().slug(), failure.problem().isAlarming(), Optional.empty()));
        Answer answer = ProblemView.of(failure, asked, refused.route(), traceId);
        ServletAnswers.write(response, refused.explain(answer));
    }

    private Optional<AuditTrail> trail(Route route, TraceId traceId) {
        if (!route.mints()) {
            return Optional.empty();
        }
        AuditEvent.Action action = route == Route.EMBED ? AuditEvent.Action.REDIRECT : AuditEvent.Action.MINT;
        return Optional.of(new AuditTrail(running.service().audit(), action, traceId.value()));
    }
}
