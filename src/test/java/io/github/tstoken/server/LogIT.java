package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a real server's logs say of requests, and what they must never say. */
@ArquillianTest
@RunAsClient
class LogIT extends ServerTest {
    @Test
    @DisplayName("[R66] every mint, redirect and refusal is one audit line")
    void whenRequestsAreMade_thenEachHasOneAuditLine() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        for (String path :
                List.of("/token", "/token?x=1", "/embed/viz/" + LIVEBOARD, "/embed/viz/x", "/gettoken/bob")) {
            assertOneAuditLine(alice.get("/ts-token" + path));
        }
        assertOneAuditLine(Visitor.at(SERVER).get("/ts-token/token"));
        assertOneAuditLine(alice.send("PUT", "/ts-token/token", ""));
        assertOneAuditLine(alice.send("POST", "/ts-token/token", "x".repeat(5000)));
    }

    @Test
    @DisplayName("[R64] neither the secret key nor a token nor a query string is in a log")
    void whenTokensAreMinted_thenNoLogHasThemOrTheKey() throws IOException {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        String token = alice.get("/ts-token/token").body();
        HttpResponse<String> redirect =
                alice.get("/ts-token/embed/viz/" + LIVEBOARD + "?col1=Canary&op1=EQ&val1=of-the-query");
        String redirected =
                redirect.headers().firstValue("Location").orElseThrow().replaceAll(".*auth_token=([^&]+).*", "$1");
        assertOneAuditLine(redirect);
        String key = Files.readString(Path.of("src/test/tomcat/secret-key")).strip();
        // Servers write their access log, each in a format of its own, some seconds later.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ServerLogs.lines())
                        .anyMatch(line -> line.contains("GET") && line.contains("/ts-token/embed/viz/")));
        String logs = String.join("\n", ServerLogs.lines());
        for (String canary : List.of(token, redirected, key, "of-the-query", "alice-demo")) {
            assertThat(logs).doesNotContain(canary);
            assertThat(logs)
                    .doesNotContain(Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(canary.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whenTheServerSharesSignIns_thenNothingIsSaidAgainstIt() {
        assertThat(ServerLogs.lines()).noneMatch(line -> line.contains("the server has no single sign-on"));
    }

    private static void assertOneAuditLine(HttpResponse<String> answer) {
        String traceId = answer.headers().firstValue("Trace-Id").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ServerLogs.lines())
                        .filteredOn(line -> line.contains("\"trace_id\":\"" + traceId + "\""))
                        .hasSize(1));
    }
}
