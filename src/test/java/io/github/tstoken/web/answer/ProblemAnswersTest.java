package io.github.tstoken.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemAnswersTest {
    private static final TraceId TRACE = new TraceId("0af7651916cd43dd8448eb211c80319c");
    private static final Accept NOTHING = new Accept(false, false, false);
    private static final Accept JSON = new Accept(true, false, false);

    @ParameterizedTest
    @EnumSource
    void whenJsonWasNotNamed_thenTheBodyIsEmptyAndTheHeaderSaysWhy(Problem problem) {
        Answer answer = ProblemAnswers.forScripts(new ProblemException(problem), NOTHING, TRACE);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.status()).isEqualTo(problem.status());
        assertThat(answer.headers()).containsEntry("Problem", problem.slug());
    }

    @Test
    void whenJsonWasNamed_thenTheBodyIsAProblemDetail() {
        Answer answer = ProblemAnswers.forScripts(new ProblemException(Problem.NOT_SIGNED_IN), JSON, TRACE);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:ts-token:problem:not-signed-in\",\"title\":\"Nobody is signed in\","
                        + "\"status\":401,\"detail\":\"Sign in to the application, then ask again.\","
                        + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\"}");
    }

    @Test
    void whenItIsWorthAskingAgain_thenTheTimeIsRoundedUpToSeconds() {
        ProblemException failure =
                new ProblemException(Problem.UPSTREAM_THROTTLED, Optional.of(Duration.ofMillis(1001)));
        assertThat(ProblemAnswers.forScripts(failure, NOTHING, TRACE).headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void whenALinkIsShown_thenItsTextCannotBecomeMarkup() {
        ProblemAnswers.Link link = new ProblemAnswers.Link("/x?\"><script>alert(1)</script>", "Go on");
        Answer answer =
                ProblemAnswers.forPeople(new ProblemException(Problem.ORIGIN_REFUSED), TRACE, Optional.of(link));
        assertThat(answer.body()).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
    }
}
