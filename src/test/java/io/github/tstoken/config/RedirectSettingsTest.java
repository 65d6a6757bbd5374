package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectSettingsTest {
    private static final String LOGIN_PATH = "tstoken.redirect.login-path";
    private static final String TARGETS = "tstoken.redirect.targets.";

    @Test
    void withPostTheLoginPathIsTheOneThatTakesAForm() {
        assertThat(GivenConfig.with("tstoken.redirect.mode", "post")
                        .config()
                        .redirect()
                        .loginPath())
                .isEqualTo("/callosum/v1/tspublic/v1/session/login/token");
    }

    @Test
    void withPostALoginPathThatMintsIsAMistake() {
        assertThat(GivenConfig.with("tstoken.redirect.mode", "post")
                        .server(LOGIN_PATH, "/tspublic/v1/session/auth/token")
                        .mistakes())
                .containsExactly(LOGIN_PATH + " (web application): must not end in auth/token with"
                        + " tstoken.redirect.mode=post, where a POST mints a token");
    }

    @Test
    void aLoginPathOfItsOwnIsKeptWithBothModes() {
        GivenConfig given = GivenConfig.with(LOGIN_PATH, "/v1/login/token");

        assertThat(given.config().redirect().loginPath()).isEqualTo("/v1/login/token");
        assertThat(given.server("tstoken.redirect.mode", "post")
                        .config()
                        .redirect()
                        .loginPath())
                .isEqualTo("/v1/login/token");
    }

    @Test
    void theBaseCanBeAnotherHost() {
        assertThat(GivenConfig.with("tstoken.redirect.base", "https://embed.example.com/")
                        .config()
                        .redirect()
                        .base())
                .hasToString("https://embed.example.com");
    }

    @Test
    void targetsAreKeptByTheirAlias() {
        assertThat(GivenConfig.with(TARGETS + "sales-2026", "app/home?col1=a")
                        .config()
                        .redirect()
                        .targets())
                .containsOnlyKeys("sales-2026")
                .containsEntry("sales-2026", "app/home?col1=a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "viz", "app", "Sales", "a b", "a.b", "a_b", "\"a\"", "ä"})
    void anAliasOutsideOfTheGrammarIsAMistake(String alias) {
        assertThat(GivenConfig.with(TARGETS + alias, "app").mistakes())
                .singleElement()
                .asString()
                .startsWith(TARGETS + alias + " (web application): ")
                .contains("alias");
    }

    @Test
    void anAliasHasAtMost64Characters() {
        assertThat(GivenConfig.with(TARGETS + "a".repeat(64), "app").mistakes()).isEmpty();
        assertThat(GivenConfig.with(TARGETS + "a".repeat(65), "app").mistakes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'none'",
                "'self'",
                "'self' https://app.example.com",
                "https://*.example.com:8443",
                "http://localhost:*"
            })
    void frameAncestorsAreSourcesOfContentSecurityPolicy(String sources) {
        assertThat(GivenConfig.with("tstoken.redirect.frame-ancestors", sources)
                        .config()
                        .redirect()
                        .frameAncestors())
                .containsExactly(sources.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "self",
                "https:",
                "'none' 'self'",
                "'self'; script-src *",
                "'self',https://a.example",
                "https://a.example/path",
                "https://A.example",
                "'unsafe-inline'",
                "data:",
                " "
            })
    void frameAncestorsThatAreOpenOrOddAreAMistake(String sources) {
        assertThat(GivenConfig.with("tstoken.redirect.frame-ancestors", sources).mistakes())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void aSwitchIsTrueOrFalse(String value) {
        assertThat(GivenConfig.with("tstoken.redirect.allow-cross-site", value).mistakes())
                .containsExactly("tstoken.redirect.allow-cross-site (web application): must be true or false");
    }
}
