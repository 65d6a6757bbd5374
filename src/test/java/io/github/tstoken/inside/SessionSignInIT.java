package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.inside.host.SignInServlet;
import io.github.tstoken.server.Visitor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application that signs people in by itself and keeps their name in its session. */
class SessionSignInIT {
    private static final Map<String, String> SESSION =
            Map.of("tstoken.identity.sources", "session", "tstoken.identity.session.attribute", "user");
    private static final String TOKEN = "/app/ts-token/token";
    private static HostServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HostServer.with(HostApplication.war("session.xml", SignInServlet.class), SESSION);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whenTheSessionHasAName_thenTheTokenIsThatPersons() {
        assertThat(server.ownerOf(signedIn().get(TOKEN).body())).isEqualTo("bob");
    }

    @Test
    @DisplayName("[R1] nobody signed in: 401, no session is made")
    void whenThereIsNoSession_thenNobodyIsSignedIn() {
        Problems.assertEmpty(server.visitor().get(TOKEN), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R7] who signs out of the application is refused with the next request")
    void whenTheSessionIsInvalidated_thenNobodyIsSignedIn() {
        Visitor bob = signedIn();
        bob.send("DELETE", "/app/sign-in", "");
        Problems.assertEmpty(bob.get(TOKEN), 401, "not-signed-in");
    }

    @Test
    void whenTheSessionEnds_thenItsTokensEndAtThoughtSpot() {
        Visitor bob = signedIn();
        String token = bob.get(TOKEN).body();
        assertThat(bob.get(TOKEN).body()).isEqualTo(token);
        assertThat(signedIn().get(TOKEN).body()).isNotEqualTo(token);
        bob.send("DELETE", "/app/sign-in", "");
        await().until(() ->
                server.thoughtSpot().tokens().find(token).orElseThrow().revoked());
    }

    @Test
    @DisplayName("[R6] what is no name is not anonymous either")
    void whenTheAttributeIsNoText_thenWhoAsksIsUnknown() {
        Visitor somebody = server.visitor();
        somebody.send("PUT", "/app/sign-in", "");
        Problems.assertEmpty(somebody.get(TOKEN), 503, "identity-unavailable");
    }

    @Test
    @DisplayName("[R8] a session of the application beside cannot be read, so the source is refused at start")
    void whenNoApplicationIsThereToFillTheSession_thenTheSourceIsRefused() {
        try (Logs logs = Logs.everything()) {
            assertThatThrownBy(() -> HostServer.with(Path.of("target/ts-token.war"), SESSION))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(logs.text())
                    .contains("tstoken.identity.sources (context parameter): session works only inside an application");
        }
    }

    private static Visitor signedIn() {
        Visitor visitor = server.visitor();
        visitor.send("POST", "/app/sign-in?name=bob", "");
        return visitor;
    }
}
