package io.github.tstoken.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.TokenConfig;
import io.github.tstoken.config.TokenConfig.AuthType;
import io.github.tstoken.config.TokenConfig.Kind;
import io.github.tstoken.config.TokenConfig.ObjectTokens;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoamiResourceTest {

    @ParameterizedTest
    @CsvSource({"FULL, OFF, full", "FULL, ALLOWED, full", "FULL, REQUIRED, object", "CUSTOM, OFF, custom"})
    void whenTokensHaveAKind_thenItIsTheOneThatIsSaid(Kind kind, ObjectTokens object, String said) {
        assertThat(WhoamiResource.kind(
                        new TokenConfig(kind, Duration.ofMinutes(5), object, AuthType.TRUSTED_AUTH_TOKEN)))
                .isEqualTo(said);
    }
}
