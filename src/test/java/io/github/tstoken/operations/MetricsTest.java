package io.github.tstoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.operations.Metrics.Format;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void whenANumberIsShown_thenItIsAskedForAtEveryLook() {
        AtomicInteger number = new AtomicInteger(1);
        metrics.show("upstream.waiting", number::get);
        assertThat(metrics.text(Format.PROMETHEUS)).contains("\ntstoken_upstream_waiting 1");
        number.set(2);
        assertThat(metrics.text(Format.PROMETHEUS)).contains("\ntstoken_upstream_waiting 2");
    }

    @Test
    void whenNothingHasHappenedYet_thenThatIsAFigureToo() {
        assertThat(metrics.text(Format.PROMETHEUS))
                .contains("tstoken_tokens_total{source=\"minted\"} 0.0")
                .contains("tstoken_tokens_total{source=\"reused\"} 0.0")
                .contains("tstoken_tokens_total{source=\"joined\"} 0.0")
                .contains("tstoken_revocations_total{outcome=\"left\"} 0.0")
                .contains("tstoken_person_limited_total 0.0");
    }

    @Test
    void whenSomethingIsCounted_thenBothFormatsHaveIt() {
        metrics.answered("token", "none");
        metrics.personLimited();
        metrics.revocation(Metrics.Revocation.DONE);
        assertThat(metrics.text(Format.PROMETHEUS))
                .contains("# TYPE tstoken_requests_total counter")
                .contains("tstoken_requests_total{problem=\"none\",route=\"token\"} 1.0")
                .contains("tstoken_person_limited_total 1.0")
                .contains("tstoken_revocations_total{outcome=\"done\"} 1.0");
        assertThat(metrics.text(Format.OPEN_METRICS))
                .contains("# TYPE tstoken_requests counter")
                .endsWith("# EOF\n");
    }
}
