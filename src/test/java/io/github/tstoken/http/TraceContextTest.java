package io.github.tstoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Test
    void whenTheTraceparentIsValid_thenItsTraceGoesOn() {
        assertThat(TraceContext.continuing(Optional.of(PARENT), Optional.of("a=1,b=2")))
                .isEqualTo(new TraceContext(TRACE, "01", Optional.of("a=1,b=2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE,
                "ff-" + TRACE + "-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                PARENT + "\n",
                PARENT + ", " + PARENT
            })
    void whenTheTraceparentIsNotValid_thenANewTraceBeginsWithoutState(String header) {
        TraceContext trace = TraceContext.continuing(Optional.of(header), Optional.of("a=1"));
        assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(trace.headers()).doesNotContainKey("tracestate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1\r\nAuthorization: Bearer x", "a=\u20ac", ""})
    void whenTheStateIsNoPlainText_thenItIsNotPassedOn(String state) {
        assertThat(TraceContext.continuing(Optional.of(PARENT), Optional.of(state))
                        .state())
                .isEmpty();
    }

    @Test
    void whenTheStateIsLong_thenItIsNotPassedOn() {
        assertThat(TraceContext.continuing(Optional.of(PARENT), Optional.of("a=" + "1".repeat(511)))
                        .state())
                .isEmpty();
    }

    @Test
    void whenSeveralCallsBelongToATrace_thenEachIsAPartOfItsOwn() {
        TraceContext trace = TraceContext.continuing(Optional.of(PARENT), Optional.empty());
        String first = trace.headers().get("traceparent");
        assertThat(first).matches("00-" + TRACE + "-[0-9a-f]{16}-01").isNotEqualTo(PARENT);
        assertThat(trace.headers().get("traceparent")).isNotEqualTo(first);
        assertThat(trace.headers()).containsOnlyKeys("traceparent");
    }
}
