package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigSummaryTest {

    @Test
    void whatIsNotAtItsDefaultIsListedWithItsSourceAndSecretsAreRedacted() {
        GivenConfig given = GivenConfig.minimal()
                .environment("TSTOKEN_TOKEN_VALIDITY", "PT1H")
                .system("tstoken.redirect.targets.sales", "app")
                .system("tstoken.redirect.mode", "get");

        assertThat(given.reading().summary())
                .containsExactly(
                        "tstoken.thoughtspot.url=https://ts.example.com (web application)",
                        "tstoken.thoughtspot.secret-key=[redacted] (web application)",
                        "tstoken.token.validity=PT1H (environment)",
                        "tstoken.redirect.targets.sales=app (system properties)");
    }
}
