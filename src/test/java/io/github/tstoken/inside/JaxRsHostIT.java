package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.CoinWriter;
import io.github.tstoken.inside.host.HostApi;
import io.github.tstoken.inside.host.HostTokens;
import io.github.tstoken.server.Visitor;
import io.github.tstoken.web.guard.Route;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application with JAX-RS of its own, which publishes every resource that the class path has: ours too. */
class JaxRsHostIT {
    private static HostServer server;
    private static Visitor alice;

    @BeforeAll
    static void start() throws Exception {
        server = HostServer.with(
                HostApplication.war(
                        "container.xml", HostApi.class, HostTokens.class, HostTokens.Coin.class, CoinWriter.class),
                Map.of());
        alice = server.visitor().signedInAs("alice");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whenTheApplicationPublishesWhatTheClassPathHas_thenOurResourcesAreAmongThat() {
        assertThat(alice.send("OPTIONS", "/app/api/ts-token/token", "")
                        .headers()
                        .firstValue("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @DisplayName("[R13] no resource answers past the filter")
    void whenOurResourcesArePublishedByTheApplication_thenTheyAnswerNothing(Route route) {
        server.thoughtSpot().journal().clear();
        String path = "/app/api/" + route.resourcePath().replaceAll("\\{[^/]*", "x");
        for (String method : new String[] {"GET", "POST"}) {
            HttpResponse<String> answer = alice.send(method, path, "");
            assertThat(answer.statusCode()).isIn(404, 405);
            assertThat(answer.body()).doesNotContain("alice");
        }
        assertThat(server.thoughtSpot().journal().entries()).isEmpty();
    }

    @Test
    void whenTheApplicationHasAPathLikeOurs_thenItIsStillTheApplications() {
        HttpResponse<String> answer = alice.get("/app/api/token");
        assertThat(answer.body()).isEqualTo("{\"coin\":\"penny\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void whenTheApplicationFails_thenItIsNoProblemOfOurs() {
        HttpResponse<String> answer = alice.get("/app/api/token/lost");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Problem")).isEmpty();
    }

    @Test
    void whenTheApplicationHasJaxRs_thenTheFilterAnswersAllTheSame() {
        assertThat(server.ownerOf(alice.get("/app/ts-token/token").body())).isEqualTo("alice");
    }
}
