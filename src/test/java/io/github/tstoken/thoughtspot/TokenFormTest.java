package io.github.tstoken.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {
    private static final String TOKEN = "JHNoaXJvMSRTSEEtMjU2+/z0=";

    static Stream<Path> hostile() {
        return Corpus.files("answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void whenAV1TokenEndsWithALineBreak_thenItIsDropped(String end) {
        assertThat(TokenForm.v1(TOKEN + end).orElseThrow().reveal()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", " ", "\t", "\r", "\u00a0", "é", "\u0000"})
    void whenAV1TokenEndsWithAnythingElse_thenItIsNone(String end) {
        assertThat(TokenForm.v1(TOKEN + end)).isEmpty();
        assertThat(TokenForm.v1(end + TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whenAV1AnswerIsHostile_thenItIsNone(Path file) {
        assertThat(TokenForm.v1(Corpus.read(file))).isEmpty();
    }

    @Test
    void whenATokenIsLargerThan8KiB_thenItIsNone() {
        assertThat(TokenForm.v1("A".repeat(8192))).isPresent();
        assertThat(TokenForm.v1("A".repeat(8193))).isEmpty();
        assertThat(TokenForm.v2("A".repeat(8192))).isPresent();
        assertThat(TokenForm.v2("A".repeat(8193))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\na", "a\u007f", "é"})
    void whenAV2TokenIsNotPrintableAscii_thenItIsNone(String text) {
        assertThat(TokenForm.v2(text)).isEmpty();
    }
}
