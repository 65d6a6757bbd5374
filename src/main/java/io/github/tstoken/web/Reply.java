package io.github.tstoken.web;

import io.github.tstoken.operations.Metrics.Format;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way out of every resource: work that ends in an answer, or in a problem that becomes one, and its audit line. */
final class Reply {
    /** Made once: JAX-RS would take the text apart for every answer. */
    private static final Map<String, MediaType> TYPES = Stream.of(
                    Answer.TEXT,
                    Answer.JSON,
                    Answer.PROBLEM_JSON,
                    Answer.JAVASCRIPT,
                    Answer.HTML,
                    Format.PROMETHEUS.contentType(),
                    Format.OPEN_METRICS.contentType())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), MediaType::valueOf));

    private Reply() {}

    /**
     * Answers a request. Whatever needs the request must be asked of it before the work returns: afterwards its thread is
     * gone.
     */
    static CompletionStage<Response> to(HttpServletRequest request, Function<Dispatch, CompletionStage<Answer>> work) {
        Dispatch dispatch = Dispatch.of(request);
        CompletionStage<Answer> begun = begun(dispatch, work);
        CompletableFuture<Answer> outcome = dispatch.longestWait()
                .map(longest -> Waiting.atMost(longest, begun))
                .orElse(begun)
                .toCompletableFuture();
        return outcome.isDone()
                ? outcome.handle((given, failure) -> response(dispatch, given, failure))
                : late(dispatch, outcome);
    }

    /** Not before JAX-RS has made the request asynchronous, and then on a thread that a log or a reader may hold up. */
    private static CompletionStage<Response> late(Dispatch dispatch, CompletionStage<Answer> outcome) {
        return dispatch.left()
                .thenCompose(left -> outcome)
                .handleAsync((given, failure) -> response(dispatch, given, failure), dispatch.containerThread());
    }

    /** Also a StackOverflowError must become an answer of ours: a container's page would reach the SDK as a token. */
    private static CompletionStage<Answer> begun(Dispatch dispatch, Function<Dispatch, CompletionStage<Answer>> work) {
        try {
            return work.apply(dispatch);
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static Response response(Dispatch dispatch, Answer given, Throwable failure) {
        return response(failure == null ? granted(dispatch, given) : refused(dispatch, failure));
    }

    private static Answer granted(Dispatch dispatch, Answer answer) {
        dispatch.granted();
        return answer;
    }

    private static Answer refused(Dispatch dispatch, Throwable failure) {
        ProblemException problem = Failures.problem(failure, dispatch.traceId());
        dispatch.refused(problem.problem(), Failures.reason(failure));
        return ProblemView.of(
                problem, dispatch.asked(), Optional.of(dispatch.passed().route()), dispatch.traceId());
    }

    static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (!answer.body().isEmpty()) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            response.type(TYPES.get(answer.contentType()))
                    .header(HttpHeaders.CONTENT_LENGTH, body.length)
                    .entity(body);
        }
        return response.build();
    }
}
