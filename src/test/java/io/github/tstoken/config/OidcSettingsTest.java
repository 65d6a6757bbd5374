package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {
    private static final String SOURCES = "tstoken.identity.sources";
    private static final String OIDC = "tstoken.identity.oidc.";

    @Test
    void theRequiredKeysSuffice() {
        assertThat(complete().config().identity().oidc().orElseThrow()).satisfies(oidc -> {
            assertThat(oidc.endpoints())
                    .isEqualTo(new ProviderEndpoints.Discovered(
                            URI.create("https://id.example.com/.well-known/openid-configuration"),
                            Optional.of("https://id.example.com/")));
            assertThat(oidc.client().clientId()).isEqualTo("us");
            assertThat(oidc.client().method()).isEqualTo(ClientAuthMethod.CLIENT_SECRET_BASIC);
            assertThat(oidc.scopes()).containsExactly("openid", "profile", "email");
            assertThat(oidc.usernameClaim()).isEqualTo("sub");
            assertThat(oidc.rolesClaim()).isEmpty();
        });
    }

    @Test
    void everyKeyIsRead() {
        GivenConfig given = complete()
                .without(OIDC + "issuer")
                .server(OIDC + "discovery-url", "https://id.example.com/metadata")
                .server(OIDC + "scopes", "roles openid")
                .server(OIDC + "username-claim", "upn")
                .server(OIDC + "roles-claim", "realm_access.roles");

        assertThat(given.config().identity().oidc().orElseThrow()).satisfies(oidc -> {
            assertThat(oidc.endpoints().discoveryUrl()).isEqualTo(URI.create("https://id.example.com/metadata"));
            assertThat(oidc.endpoints().issuer()).isEmpty();
            assertThat(oidc.scopes()).containsExactly("roles", "openid");
            assertThat(oidc.usernameClaim()).isEqualTo("upn");
            assertThat(oidc.rolesClaim()).hasValue("realm_access.roles");
        });
    }

    @Test
    void whatTheSourceNeedsIsRequired() {
        String because = ", because tstoken.identity.sources has oidc";
        assertThat(GivenConfig.with(SOURCES, "oidc").mistakes())
                .containsExactly(
                        OIDC + "issuer (not set): is required, or discovery-url" + because,
                        OIDC + "client-id (not set): is required" + because,
                        OIDC + "client-secret (not set): is required, here or in the file that " + OIDC
                                + "client-secret-file names" + because,
                        "tstoken.public-url (not set): is required" + because);
    }

    @Test
    void withoutTheScopeOpenidItWouldBeNoSignIn() {
        assertThat(complete().server(OIDC + "scopes", "profile email").mistakes())
                .containsExactly(OIDC + "scopes (web application): must have openid");
    }

    @Test
    void aKeyThatNobodyReadsIsAWarning() {
        assertThat(GivenConfig.with(OIDC + "client-id", "us").reading()).satisfies(reading -> {
            assertThat(reading.config().identity().oidc()).isEmpty();
            assertThat(reading.warnings())
                    .containsExactly(OIDC
                            + "client-id (web application): has no effect, because tstoken.identity.sources has no"
                            + " oidc");
        });
    }

    static GivenConfig complete() {
        return GivenConfig.with(SOURCES, "oidc")
                .server("tstoken.public-url", "https://app.example.com/ts-token")
                .server(OIDC + "issuer", "https://id.example.com/")
                .server(OIDC + "client-id", "us")
                .server(OIDC + "client-secret", "secret-1");
    }
}
