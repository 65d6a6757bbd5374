package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    @Test
    void withRestV1TheTokenSignsTheBrowserIn() {
        assertThat(GivenConfig.with("tstoken.thoughtspot.api", "v1")
                        .config()
                        .token()
                        .authType())
                .isEqualTo(TokenConfig.AuthType.TRUSTED_AUTH_TOKEN);
    }

    @Test
    void withRestV1CookielessIsAMistake() {
        GivenConfig given = GivenConfig.with("tstoken.thoughtspot.api", "v1")
                .server("tstoken.embed.auth-type", "TrustedAuthTokenCookieless");

        assertThat(given.mistakes())
                .containsExactly("tstoken.embed.auth-type (web application): must be TrustedAuthToken with"
                        + " tstoken.thoughtspot.api=v1, whose tokens are no bearers");
    }

    @Test
    void withRestV2BothAuthTypesCanBeChosen() {
        assertThat(GivenConfig.with("tstoken.embed.auth-type", "TrustedAuthToken")
                        .config()
                        .token()
                        .authType())
                .isEqualTo(TokenConfig.AuthType.TRUSTED_AUTH_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "allowed", "required"})
    void objectTokensAreChosenByTheirWord(String word) {
        assertThat(GivenConfig.with("tstoken.token.object", word)
                        .config()
                        .token()
                        .object())
                .hasToString(word.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9.999S", "PT24H0.1S", "-PT30M", "30m", "1800", "P1M", "PT30M "})
    void aValidityThatIsNoDurationInBoundsIsAMistake(String value) {
        assertThat(GivenConfig.with("tstoken.token.validity", value).mistakes())
                .containsExactly("tstoken.token.validity (web application): must be an ISO 8601 duration from PT10S"
                        + " to PT24H");
    }
}
