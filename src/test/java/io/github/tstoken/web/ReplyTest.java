package io.github.tstoken.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.identity.IdentityUnavailableException;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditTrail;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.Query;
import io.github.tstoken.web.guard.Route;
import io.github.tstoken.web.guard.Verdict;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<AuditEvent> events = new ArrayList<>();
    private final List<Runnable> containersTasks = new ArrayList<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private Optional<Duration> longestWait = Optional.empty();
    private boolean containerHasGivenUp;
    private final Metrics metrics = new Metrics();

    @Test
    @DisplayName("[R67] whatever goes wrong in a resource is a problem of ours without a body")
    void whenAnErrorIsThrown_thenItIsInternal() {
        Response answer = reply(dispatch -> {
            throw new StackOverflowError();
        });
        assertProblem(answer, 500, "internal");
    }

    @Test
    void whenTheWorkFailsLater_thenItIsInternal() {
        assertProblem(
                reply(dispatch -> CompletableFuture.failedFuture(new IllegalStateException("x"))), 500, "internal");
    }

    @Test
    void whenThoughtSpotFails_thenTheFailureIsNamedAndItsWishToWaitIsPassedOn() {
        UpstreamFailure failure =
                new UpstreamFailure(UpstreamFailure.Kind.THROTTLED, "slow down", Optional.of(Duration.ofSeconds(7)));
        Response answer = reply(dispatch -> CompletableFuture.failedFuture(new CompletionException(failure)));
        assertProblem(answer, 503, "upstream-throttled");
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("7");
    }

    @Test
    @DisplayName("[R42] who is to ask again later is told when, also where ThoughtSpot does not say it")
    void whenThoughtSpotIsBusyAndDoesNotSayForHowLong_thenTheAnswerDoes() {
        UpstreamFailure failure = new UpstreamFailure(UpstreamFailure.Kind.THROTTLED, "slow down");
        Response answer = reply(dispatch -> CompletableFuture.failedFuture(failure));
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    }

    @Test
    @DisplayName("[R6] not to find out who is asking is not the same as nobody")
    void whenTheIdentityIsUnavailable_thenItIsNotAnonymous() {
        Response answer = reply(dispatch -> {
            throw new IdentityUnavailableException("the realm is down");
        });
        assertProblem(answer, 503, "identity-unavailable");
    }

    @Test
    @DisplayName("[R66] the audit line says what the client is not told")
    void whenAnAdministratorCanMendIt_thenTheReasonIsInTheAuditLineAlone() {
        Optional<String> reason = Optional.of("tstoken.user.email has no value");
        Response answer = reply(dispatch -> {
            throw ProblemException.because(Problem.MISSING_ATTRIBUTE, reason);
        });
        assertProblem(answer, 403, "missing-attribute");
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(reason));
    }

    @Test
    @DisplayName("[R66] what is given has one audit line")
    void whenSomethingIsGiven_thenTheAuditLineSaysSo() {
        reply(dispatch -> CompletableFuture.completedFuture(Answer.empty(200)));
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.problem()).isEmpty());
    }

    @Test
    void whenSomethingIsAnswered_thenItIsCountedByRouteAndProblem() {
        reply(dispatch -> CompletableFuture.completedFuture(Answer.empty(200)));
        reply(dispatch -> {
            throw new ProblemException(Problem.NOT_SIGNED_IN);
        });
        assertThat(metrics.text(Metrics.Format.PROMETHEUS))
                .contains("tstoken_requests_total{problem=\"none\",route=\"token\"} 1")
                .contains("tstoken_requests_total{problem=\"not-signed-in\",route=\"token\"} 1");
    }

    @Test
    @DisplayName("[R43] a late answer is written by the container, and not before the request's thread has left")
    void whenTheAnswerComesLate_thenItIsWrittenOnAThreadOfTheContainer() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletionStage<Response> reply = Reply.to(marked(), dispatch -> answer);
        answer.complete(Answer.empty(204));
        assertThat(containersTasks).isEmpty();
        left.complete(null);
        assertThat(reply.toCompletableFuture()).isNotDone();
        containersTasks.forEach(Runnable::run);
        assertThat(reply.toCompletableFuture().join().getStatus()).isEqualTo(204);
    }

    @Test
    @DisplayName("[R66] what was given has its audit line, also when nobody waits for it any more")
    void whenTheContainerHasGivenTheRequestUp_thenTheAuditLineIsWrittenAllTheSame() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        HttpServletRequest request = marked();
        CompletionStage<Response> unused = Reply.to(request, dispatch -> answer);
        left.complete(null);
        containerHasGivenUp = true;
        answer.complete(Answer.empty(200));
        assertThat(events).hasSize(1);
    }

    @Test
    void whenTheRequestsThreadMustStay_thenTheAnswerIsMadeWhenItLeaves() {
        longestWait = Optional.of(Duration.ofMinutes(1));
        CompletionStage<Response> reply = Reply.to(
                marked(),
                dispatch -> CompletableFuture.completedFuture(Answer.empty(200))
                        .thenApplyAsync(Function.identity(), CompletableFuture.delayedExecutor(50, MILLISECONDS)));
        assertThat(reply.toCompletableFuture()).isDone();
    }

    @Test
    void whenTheRequestsThreadMustStayAndNoAnswerComes_thenItLeavesInTime() {
        longestWait = Optional.of(Duration.ofMillis(50));
        assertProblem(reply(dispatch -> new CompletableFuture<>()), 504, "upstream-timeout");
    }

    @Test
    void whenTheRequestsThreadMustStayAndTheWorkFails_thenTheFailureIsNamed() {
        longestWait = Optional.of(Duration.ofMinutes(1));
        assertProblem(
                reply(dispatch -> CompletableFuture.failedFuture(
                        new CompletionException(new IdentityUnavailableException("the realm is down")))),
                503,
                "identity-unavailable");
    }

    private void assertProblem(Response answer, int status, String problem) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeaderString("Problem")).isEqualTo(problem);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.problem()).contains(problem));
    }

    private Response reply(Function<Dispatch, CompletionStage<Answer>> work) {
        return Reply.to(marked(), work).toCompletableFuture().join();
    }

    private HttpServletRequest marked() {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "getAsyncContext" -> asyncContext();
                    default -> null;
                });
        new Dispatch(
                        service(),
                        request,
                        new Asked("GET", "/ts-token", "/token", Optional.empty(), Map.of(), "https://own.example"),
                        new Verdict.Passed(Route.TOKEN, List.of("token"), new Query(Map.of()), Optional.empty()),
                        new TraceContext("0af7651916cd43dd8448eb211c80319c", "00", Optional.empty()),
                        Optional.of(new AuditTrail(events::add, AuditEvent.Action.MINT, "trace")),
                        left,
                        longestWait)
                .mark();
        return request;
    }

    /** Only what a reply needs. */
    private TokenService service() {
        return new TokenService(
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                null,
                null,
                null,
                metrics,
                null);
    }

    private AsyncContext asyncContext() {
        return (AsyncContext) Proxy.newProxyInstance(
                AsyncContext.class.getClassLoader(),
                new Class<?>[] {AsyncContext.class},
                (proxy, method, arguments) -> {
                    if (containerHasGivenUp) {
                        throw new IllegalStateException("the request is complete");
                    }
                    return containersTasks.add((Runnable) arguments[0]);
                });
    }
}
