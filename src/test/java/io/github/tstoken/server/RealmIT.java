package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.demo.EmbeddingApplication;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the realm's name decides whether a sign-in is shared, and the application has another one than ts-token. */
@ArquillianTest
@RunAsClient
@Tag("realms-matter")
class RealmIT extends ThoughtSpotTest {

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-token", testable = false, order = 2)
    static WebArchive tsToken() {
        return Deployments.tsTokenOfRealm("ts-token.war", "another");
    }

    @Test
    void whenTheRealmsDiffer_thenTheAnswerSaysThatTheCookieCameAndThatTheyMayDiffer() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer = alice.get("/ts-token/whoami", "Accept", JSON);
        assertProblem(answer, 401, "not-signed-in");
        assertThat(json(answer).get("detail").asText()).contains("The cookie JSESSIONIDSSO came", "another realm");
        assertEmptyProblem(alice.get("/ts-token/token"), 401, "not-signed-in");
    }
}
