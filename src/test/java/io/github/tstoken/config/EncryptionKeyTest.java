package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {
    private static final String LINE =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void whenALineHas32Bytes_thenItIsAKey() {
        assertThat(EncryptionKey.parse(LINE).orElseThrow().reveal())
                .asString()
                .isEqualTo("0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MDEyMw==",
                "0123456789abcdef0123456789abcdef!",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYw"
            })
    void whenALineHasNot32Bytes_thenItIsNoKey(String line) {
        assertThat(EncryptionKey.parse(line)).isEmpty();
    }

    @Test
    void whenAKeyIsPrinted_thenNothingOfItIsSeen() {
        assertThat(EncryptionKey.parse(LINE).orElseThrow()).hasToString("EncryptionKey[redacted]");
    }
}
