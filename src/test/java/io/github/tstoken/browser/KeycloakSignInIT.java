package io.github.tstoken.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.testkit.identity.KeycloakServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Sign-in at a real Keycloak, in Chromium, on the way into a Liveboard. Keycloak is at 127.0.0.1 and ts-token at localhost, so
 * that they are two sites to the browser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakSignInIT {
    private Scenarios scenarios;
    private KeycloakServer keycloak;
    private DemoServer demo;
    private StandInThoughtSpot thoughtSpot;
    private String origin;

    @BeforeAll
    void start() throws Exception {
        scenarios = Scenarios.ready();
        keycloak = KeycloakServer.start();
        int port = freePort();
        origin = "http://localhost:" + port;
        keycloak.tellSignOutsTo(URI.create("http://127.0.0.1:" + port + "/ts-token/login/backchannel-logout"));
        demo = DemoServer.start(
                new DemoOptions(port, Optional.empty(), DemoOptions.INVENTED_LIVEBOARD, Optional.empty(), Map.of())
                        .with("tstoken.web.login-url", "")
                        .with("tstoken.public-url", origin + "/ts-token")
                        .with("tstoken.identity.sources", "oidc")
                        .with("tstoken.identity.oidc.issuer", keycloak.issuer())
                        .with("tstoken.identity.oidc.client-id", KeycloakServer.CLIENT)
                        .with("tstoken.identity.oidc.client-secret", KeycloakServer.SECRET)
                        .with("tstoken.identity.oidc.username-claim", "preferred_username")
                        .with("tstoken.identity.oidc.roles-claim", "realm_access.roles"));
        thoughtSpot = demo.standIn().orElseThrow();
        thoughtSpot.settings().allowedOrigins().add(origin);
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(demo).ifPresent(DemoServer::close);
        Optional.ofNullable(keycloak).ifPresent(KeycloakServer::close);
    }

    @BeforeEach
    void forget() {
        thoughtSpot.journal().clear();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JsonNode run(String scenario, String person) throws Exception {
        return scenarios.run(
                scenario,
                Map.of(
                        "origin",
                        origin,
                        "issuer",
                        keycloak.issuer(),
                        "liveboard",
                        DemoOptions.INVENTED_LIVEBOARD,
                        "person",
                        person,
                        "password",
                        person + "s-password"));
    }

    @Test
    void whenSomebodyOpensAnEmbed_thenTheySignInAtKeycloakAndLandInTheLiveboard() throws Exception {
        JsonNode result = run("oidcSignIn", "bob");

        assertThat(result.path("before").path("status").asInt()).isEqualTo(401);
        assertThat(result.path("before").path("login_url").asText()).isEqualTo("/ts-token/login");
        assertThat(result.path("form").asText()).startsWith(keycloak.issuer() + "/protocol/openid-connect/auth");
        assertThat(result.path("title").asText()).isEqualTo("Liveboard " + DemoOptions.INVENTED_LIVEBOARD);
        assertThat(result.path("who").asText()).contains("bob");
        assertThat(result.path("facts").asText()).contains("West");
        assertThat(result.path("after").path("source").asText()).isEqualTo("oidc");
        assertThat(result.path("after").path("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(1);
    }

    @Test
    void whenTheirRolesAtKeycloakAreTooFew_thenTheyAreSignedInAndRefused() throws Exception {
        JsonNode result = run("oidcRefused", "alice");

        assertThat(result.path("text").asText()).contains("This is not allowed");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).isEmpty();
    }

    @Test
    @DisplayName("[R7] who signs out on the status page is signed out here and at Keycloak")
    void whenSomebodySignsOut_thenKeycloakHasForgottenThem() throws Exception {
        JsonNode result = run("oidcSignOut", "bob");

        assertThat(result.path("signedIn").asText()).contains("bob", "analyst", "oidc");
        assertThat(result.path("signedOut").path("url").asText()).startsWith(origin + "/ts-token/");
        assertThat(result.path("signedOut").path("text").asText()).contains("Nobody is signed in");
        assertThat(result.path("after").path("status").asInt()).isEqualTo(401);
        assertThat(result.path("url").asText()).startsWith(keycloak.issuer());
    }

    @Test
    @DisplayName("[R7] a page that signs its person out can go on to Keycloak's sign-out")
    void whenAPageSignsSomebodyOut_thenItGetsTheAddressOfKeycloaksSignOut() throws Exception {
        JsonNode result = run("oidcSignOutByModule", "bob");

        assertThat(result.path("end").asText()).startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?");
        assertThat(result.path("after").path("status").asInt()).isEqualTo(401);
        assertThat(result.path("url").asText()).isEqualTo(origin + "/ts-token/");
    }

    @Test
    @DisplayName("[R7] who signs out at Keycloak is nobody here with the next request, and their tokens end")
    void whenSomebodySignsOutAtKeycloak_thenTheyAreNobodyHere() throws Exception {
        JsonNode result = run("oidcSignOutElsewhere", "bob");

        assertThat(result.path("before").path("principal").asText()).isEqualTo("bob");
        assertThat(result.path("after").path("status").asInt()).isEqualTo(401);
        String token = result.path("token").asText();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> thoughtSpot.tokens().find(token).orElseThrow().revoked());
    }
}
