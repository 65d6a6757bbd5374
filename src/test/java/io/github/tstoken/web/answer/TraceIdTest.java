package io.github.tstoken.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void whenTheTraceparentIsValid_thenItsTraceGoesOn() {
        assertThat(TraceId.continuing(Optional.of("00-" + TRACE + "-b7ad6b7169203331-01")))
                .isEqualTo(new TraceId(TRACE));
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
                "00-" + TRACE + "-b7ad6b7169203331-01\n",
                "00-" + TRACE + "-b7ad6b7169203331-01, 00-" + TRACE + "-b7ad6b7169203331-01"
            })
    void whenTheTraceparentIsNotValid_thenANewTraceBegins(String header) {
        assertThat(TraceId.continuing(Optional.of(header)).value())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TRACE);
    }
}
