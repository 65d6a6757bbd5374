package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain servlet application whose people are signed in by the container. */
class ContainerSignInIT {

    @ParameterizedTest
    @CsvSource({
        "container.xml, /app/ts-token",
        "elsewhere.xml, /app/analytics/token-service",
        "metadata-complete.xml, /app/ts-token",
        "filter-only.xml, /app/ts-token"
    })
    void whenSomebodyIsSignedIn_thenTheFilterGivesTheirTokenWhereItIsMapped(String webXml, String mount)
            throws Exception {
        try (HostServer server =
                HostServer.with(HostApplication.war(webXml), Map.of("tstoken.user.required-roles", "analyst"))) {
            HttpResponse<String> answer = server.visitor().signedInAs("alice").get(mount + "/token");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.ownerOf(answer.body())).isEqualTo("alice");
            Problems.assertEmpty(server.visitor().get(mount + "/token"), 401, "not-signed-in");
            Problems.assertEmpty(server.visitor().signedInAs("carol").get(mount + "/token"), 403, "not-allowed");
            assertThat(server.visitor().signedInAs("alice").get("/app/").body()).contains("Home");
            assertThat(server.visitor().get(mount + "/health/ready").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("[R69] where no listener runs, the filter ends what it started")
    void whenTheApplicationOfAFilterWithoutListenerEnds_thenItsThreadsEnd() throws Exception {
        HostServer server = HostServer.with(HostApplication.war("filter-only.xml"), Map.of());
        assertThat(server.visitor()
                        .signedInAs("alice")
                        .get("/app/ts-token/token")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ourThreads()).isNotEmpty();
        server.close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ourThreads().isEmpty());
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("ts-token-"))
                .toList();
    }

    @Test
    void whenTheMountPointIsElsewhere_thenNothingIsAtTheUsualOne() throws Exception {
        try (HostServer server = HostServer.with(HostApplication.war("elsewhere.xml"), Map.of())) {
            HttpResponse<String> answer = server.visitor().signedInAs("alice").get("/app/ts-token/token");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Problem")).isEmpty();
        }
    }

    @Test
    void whenTheFilterHasEveryPath_thenTheApplicationIsNotReached() throws Exception {
        try (HostServer server = HostServer.with(HostApplication.war("everything.xml"), Map.of())) {
            Problems.assertEmpty(server.visitor().get("/app/index.html"), 404, "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmapped.xml", "two-mappings.xml"})
    void whenTheFilterHasNoOneMountPoint_thenTheApplicationDoesNotStartAndTheLogSaysWhy(String webXml) {
        try (Logs logs = Logs.everything()) {
            assertThatThrownBy(() -> HostServer.with(HostApplication.war(webXml), Map.of()))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(logs.text()).contains("map the filter to exactly one URL pattern that ends in /*");
        }
    }

    @Test
    @DisplayName("[R31] a wrong configuration fails the application, and the log says why")
    void whenTheConfigurationIsWrong_thenTheApplicationDoesNotStart() {
        try (Logs logs = Logs.everything()) {
            assertThatThrownBy(() -> HostServer.with(
                            HostApplication.war("container.xml"), Map.of("tstoken.inside.max-blocking", "0")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(logs.text()).contains("tstoken.inside.max-blocking (context parameter)");
        }
    }
}
