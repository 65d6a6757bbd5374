package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {
    private static final String ORIGINS = "tstoken.cors.origins";
    private static final String LOGIN_URL = "tstoken.web.login-url";

    @Test
    void originsAreKeptAsBrowsersWriteThem() {
        assertThat(GivenConfig.with(ORIGINS, "https://app.example.com, https://b.example:8443,http://localhost:3000")
                        .config()
                        .web()
                        .corsOrigins())
                .containsExactlyInAnyOrder(
                        "https://app.example.com", "https://b.example:8443", "http://localhost:3000");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/corpus/config-origins-hostile.txt", delimiter = '\t', quoteCharacter = '\u0001')
    @DisplayName("[R31] what is not exactly an origin is refused")
    void aHostileOriginIsRefused(String origin) {
        assertThat(GivenConfig.with(ORIGINS, "https://app.example.com," + origin)
                        .mistakes())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/login", "/app/", "/app/login.jsp", "https://sso.example.com/login"})
    void theLoginAddressIsAPathOrAnHttpsUrl(String address) {
        assertThat(GivenConfig.with(LOGIN_URL, address).config().web().loginUrl())
                .hasValue(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "//evil.example",
                "/\\evil.example",
                "/a//b",
                "/a/../b",
                "/a?b",
                "/a#b",
                "http://localhost/",
                "https://user@sso.example.com",
                "javascript:alert(1)",
                "/%2f/evil.example"
            })
    void anyOtherLoginAddressIsAMistake(String address) {
        assertThat(GivenConfig.with(LOGIN_URL, address).mistakes()).hasSize(1);
    }

    @Test
    void thePublicAddressIsReadWithoutItsTrailingSlash() {
        assertThat(GivenConfig.with("tstoken.public-url", "https://app.example.com/ts-token/")
                        .config()
                        .web()
                        .publicUrl()
                        .orElseThrow())
                .hasToString("https://app.example.com/ts-token");
    }
}
