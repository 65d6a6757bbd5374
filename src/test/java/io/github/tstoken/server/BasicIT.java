package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.demo.EmbeddingApplication;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where only FORM takes part in the single sign-on: what BASIC does in ts-token, and in an application beside. */
@ArquillianTest
@RunAsClient
@Tag("form-matters")
class BasicIT extends ThoughtSpotTest {
    private static final String BASIC_APP = "/basic/index.html";

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "basic", testable = false, order = 2)
    static WebArchive applicationWithBasic() {
        return Deployments.withBasic(
                ShrinkWrap.create(WebArchive.class, "basic.war").merge(embeddingApplication()));
    }

    @Deployment(name = "ts-token", testable = false, order = 3)
    static WebArchive tsToken() {
        return Deployments.tsToken("ts-token.war", Map.of());
    }

    @Deployment(name = "ts-basic", testable = false, order = 4)
    static WebArchive tsTokenWithBasic() {
        return Deployments.withBasic(Deployments.tsToken("ts-basic.war", Map.of()));
    }

    @Test
    void whenTsTokenHasBasic_thenNobodyIsKnownThereAndTheLogAndTheAnswerSayWhy() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer = alice.get("/ts-basic/whoami", "Accept", JSON);
        assertProblem(answer, 401, "not-signed-in");
        assertThat(json(answer).get("detail").asText())
                .contains("The cookie JSESSIONIDSSO came", "the login-config of ts-token is not FORM");
        assertThat(ServerLogs.lines())
                .anyMatch(line ->
                        line.contains("WARN") && line.contains("login-config of this web application is BASIC"));
        assertTokenOf("alice", alice.get("/ts-token/token"));
    }

    @Test
    void whenTheApplicationHasBasic_thenItsSignInIsNotSharedAndTheAnswerSaysWhy() {
        Visitor alice = Visitor.at(SERVER);
        assertThat(withPassword(alice).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = alice.get("/ts-token/whoami", "Accept", JSON);
        assertProblem(answer, 401, "not-signed-in");
        assertThat(json(answer).get("detail").asText())
                .contains("No single sign-on cookie JSESSIONIDSSO came", "on WildFly: with FORM");
    }

    @Test
    void whenSomebodySignedInOpensAnApplicationWithBasic_thenTheirSignOnEnds() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertThat(alice.get(BASIC_APP).statusCode()).isEqualTo(401);
        assertProblem(alice.get("/ts-token/whoami"), 401, "not-signed-in");
    }

    private static HttpResponse<String> withPassword(Visitor visitor) {
        return visitor.get(
                BASIC_APP,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("alice:alice-demo".getBytes(StandardCharsets.UTF_8)));
    }
}
