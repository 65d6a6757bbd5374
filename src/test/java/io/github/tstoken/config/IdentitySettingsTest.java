package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsTest {
    private static final String SOURCES = "tstoken.identity.sources";
    private static final String ATTRIBUTE = "tstoken.identity.session.attribute";

    @Test
    void sourcesKeepTheirOrder() {
        IdentityConfig identity = GivenConfig.with(SOURCES, "my-proxy, session,principal")
                .server(ATTRIBUTE, "user")
                .config()
                .identity();

        assertThat(identity.sources()).containsExactly("my-proxy", "session", "principal");
        assertThat(identity.sessionAttribute()).hasValue("user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Principal", "2nd", "-a", "a_b", "principal,,session", ",", "principal,"})
    void aMalformedSourceIsAMistake(String sources) {
        assertThat(GivenConfig.with(SOURCES, sources).mistakes())
                .singleElement()
                .asString()
                .startsWith(SOURCES + " (web application): ");
    }

    @Test
    void sessionWithoutItsAttributeIsAMistake() {
        assertThat(GivenConfig.with(SOURCES, "session").mistakes())
                .containsExactly(ATTRIBUTE + " (not set): is required, because " + SOURCES + " has session");
    }

    @Test
    void anAttributeThatNobodyReadsIsAWarning() {
        assertThat(GivenConfig.with(ATTRIBUTE, "user").reading().warnings())
                .containsExactly(
                        ATTRIBUTE + " (web application): has no effect, because " + SOURCES + " has no session");
    }

    @Test
    void theSingleSignOnsCookieHasItsUsualNameUnlessAnotherIsSet() {
        assertThat(GivenConfig.minimal().config().identity().ssoCookie()).isEqualTo("JSESSIONIDSSO");
        assertThat(GivenConfig.with("tstoken.identity.sso-cookie", "__Host-sso")
                        .config()
                        .identity()
                        .ssoCookie())
                .isEqualTo("__Host-sso");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso=1", "sso; Path=/", "s s o", "sso,", "\"sso\"", "süß"})
    void whatCannotNameACookieIsAMistake(String name) {
        assertThat(GivenConfig.with("tstoken.identity.sso-cookie", name).mistakes())
                .containsExactly("tstoken.identity.sso-cookie (web application): must be the name of a cookie");
    }

    @Test
    void everyRoleThatAnyKeyNamesIsAskedFor() {
        assertThat(GivenConfig.with("tstoken.roles", "clerk, sales team")
                        .server("tstoken.user.required-roles", "staff")
                        .server("tstoken.admin.roles", "operator")
                        .server("tstoken.user.name", "role:tester")
                        .config()
                        .identity()
                        .roles())
                .containsExactlyInAnyOrder("clerk", "sales team", "staff", "operator", "tester");
    }
}
