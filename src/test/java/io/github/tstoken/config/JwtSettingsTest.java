package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtSettingsTest {
    private static final String SOURCES = "tstoken.identity.sources";
    private static final String JWT = "tstoken.identity.jwt.";

    @Test
    void theRequiredKeysSuffice() {
        assertThat(complete().config().identity().jwt().orElseThrow()).satisfies(jwt -> {
            assertThat(jwt.headers()).containsExactly("X-Auth-Token", "Authorization");
            assertThat(jwt.issuer()).isEqualTo("https://id.example.com/");
            assertThat(jwt.audience()).isEqualTo("ts-token");
            assertThat(jwt.jwksUrl()).isEqualTo(URI.create("https://id.example.com/keys"));
            assertThat(jwt.algorithms()).containsExactlyInAnyOrder(SigningAlgorithm.RS256, SigningAlgorithm.ES256);
            assertThat(jwt.usernameClaim()).isEqualTo("sub");
            assertThat(jwt.rolesClaim()).isEmpty();
        });
    }

    @Test
    void everyKeyIsRead() {
        GivenConfig given = complete()
                .server(JWT + "header", "Cf-Access-Jwt-Assertion")
                .server(JWT + "algorithms", "PS256, ES512")
                .server(JWT + "username-claim", "upn")
                .server(JWT + "roles-claim", "realm_access.roles");

        assertThat(given.config().identity().jwt().orElseThrow()).satisfies(jwt -> {
            assertThat(jwt.headers()).containsExactly("Cf-Access-Jwt-Assertion");
            assertThat(jwt.algorithms()).containsExactlyInAnyOrder(SigningAlgorithm.PS256, SigningAlgorithm.ES512);
            assertThat(jwt.usernameClaim()).isEqualTo("upn");
            assertThat(jwt.rolesClaim()).hasValue("realm_access.roles");
        });
    }

    @Test
    void withoutIssuerAudienceAndKeysNoTokenCouldBeVerified() {
        assertThat(GivenConfig.with(SOURCES, "jwt").mistakes())
                .containsExactlyInAnyOrder(
                        JWT + "issuer (not set): is required, because tstoken.identity.sources has jwt",
                        JWT + "audience (not set): is required, because tstoken.identity.sources has jwt",
                        JWT + "jwks-url (not set): is required, because tstoken.identity.sources has jwt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "rs256", "RS256,none", "EdDSA", "RSA1_5", "RS256,"})
    void anAlgorithmWithoutAPrivateKeyIsAMistake(String algorithms) {
        assertThat(complete().server(JWT + "algorithms", algorithms).mistakes())
                .singleElement()
                .asString()
                .startsWith(JWT + "algorithms (web application): ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example.com/keys", "id.example.com/keys", "file:///etc/passwd", "https://u@h/keys"})
    void keysComeOverTlsOnly(String address) {
        assertThat(complete().server(JWT + "jwks-url", address).mistakes())
                .singleElement()
                .asString()
                .startsWith(JWT + "jwks-url (web application): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Auth", "X-Auth-Token:", "X-Auth-Token, Authorization", "sü"})
    void whatCannotNameAHeaderIsAMistake(String name) {
        assertThat(complete().server(JWT + "header", name).mistakes())
                .containsExactly(JWT + "header (web application): must be the name of a header");
    }

    @Test
    void aKeyThatNobodyReadsIsAWarning() {
        assertThat(GivenConfig.with(JWT + "issuer", "https://id.example.com").reading())
                .satisfies(reading -> {
                    assertThat(reading.config().identity().jwt()).isEmpty();
                    assertThat(reading.warnings())
                            .containsExactly(
                                    JWT
                                            + "issuer (web application): has no effect, because tstoken.identity.sources has no jwt");
                });
    }

    private static GivenConfig complete() {
        return GivenConfig.with(SOURCES, "jwt")
                .server(JWT + "issuer", "https://id.example.com/")
                .server(JWT + "audience", "ts-token")
                .server(JWT + "jwks-url", "https://id.example.com/keys");
    }
}
