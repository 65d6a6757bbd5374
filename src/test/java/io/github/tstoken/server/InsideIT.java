package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.CoinWriter;
import io.github.tstoken.inside.host.HostApi;
import io.github.tstoken.inside.host.HostPurse;
import io.github.tstoken.inside.host.HostTokens;
import io.github.tstoken.web.guard.Route;
import java.io.File;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ts-token inside applications that are the same on every server. */
@ArquillianTest
@RunAsClient
class InsideIT extends ThoughtSpotTest {
    private static final File EVERY_LIBRARY = new File("target/ts-token.war");
    private static final File THE_SERVERS_LIBRARIES = new File(System.getProperty("server.war"));

    @Deployment(name = "plain", testable = false)
    static WebArchive plain() {
        return Deployments.application("plain.war", "container.xml", EVERY_LIBRARY);
    }

    /** An application that publishes every resource of its class path. */
    @Deployment(name = "jax-rs", testable = false)
    static WebArchive jaxRs() {
        return Deployments.application(
                "jax-rs.war",
                "jax-rs.xml",
                EVERY_LIBRARY,
                HostApi.class,
                HostTokens.class,
                HostTokens.Coin.class,
                CoinWriter.class,
                HostPurse.class,
                HostPurse.Purse.class);
    }

    /** An application that keeps the server's libraries away from its own, where the server knows how; other servers do not read this. */
    @Deployment(name = "own-libraries", testable = false)
    static WebArchive ownLibraries() {
        return Deployments.application("own-libraries.war", "container.xml", THE_SERVERS_LIBRARIES)
                .addAsWebInfResource("inside/wildfly/jboss-deployment-structure.xml", "jboss-deployment-structure.xml")
                .addAsWebInfResource("inside/payara/payara-web.xml", "payara-web.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain/", "/jax-rs/", "/own-libraries/"})
    @DisplayName("[R1] who is signed in to the application gets their token, and nobody else does")
    void whenSomebodyIsSignedInToTheApplication_thenTheFilterInsideGivesTheirToken(String application) {
        Visitor alice = Visitor.at(SERVER).signedInTo(application, "alice");
        assertTokenOf("alice", alice.get(application + "ts-token/token"));
        assertThat(json(alice.get(application + "ts-token/whoami")).get("roles").toString())
                .isEqualTo("[\"analyst\"]");
        assertThat(alice.get(application).body()).contains("Home");
        assertEmptyProblem(Visitor.at(SERVER).get(application + "ts-token/token"), 401, "not-signed-in");
        Visitor carol = Visitor.at(SERVER).signedInTo(application, "carol");
        assertEmptyProblem(carol.get(application + "ts-token/token"), 403, "not-allowed");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @DisplayName("[R13] no resource answers past the filter")
    void whenTheApplicationPublishesOurResources_thenTheyAnswerNothing(Route route) {
        Visitor alice = Visitor.at(SERVER).signedInTo("/jax-rs/", "alice");
        String path = "/jax-rs/api/" + route.resourcePath().replaceAll("\\{[^/]*", "x");
        for (String method : new String[] {"GET", "POST"}) {
            HttpResponse<String> answer = alice.send(method, path, "");
            assertThat(answer.statusCode()).isIn(404, 405);
            assertThat(answer.headers().firstValue("Trace-Id")).isEmpty();
            assertThat(answer.body()).doesNotContain("alice");
        }
        assertNothingWasMinted();
    }

    @Test
    void whenTheApplicationPublishesWhatItsLibrariesHave_thenOurResourcesAreAmongThat() {
        assertThat(Visitor.at(SERVER)
                        .signedInTo("/jax-rs/", "alice")
                        .send("OPTIONS", "/jax-rs/api/ts-token/token", "")
                        .headers()
                        .firstValue("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
    }

    @Test
    void whenTheApplicationHasPathsAndJsonOfItsOwn_thenTheyStayAsTheyWere() {
        HttpResponse<String> answer =
                Visitor.at(SERVER).signedInTo("/jax-rs/", "alice").get("/jax-rs/api/token");
        assertThat(answer.body()).isEqualTo("{\"coin\":\"penny\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
    }

    @Test
    @Tag("servers-json")
    void whenTheApplicationLeavesItsJsonToTheServer_thenItIsStillJsonB() {
        HttpResponse<String> answer =
                Visitor.at(SERVER).signedInTo("/jax-rs/", "alice").get("/jax-rs/api/purse");
        assertThat(answer.body()).isEqualTo("{\"coin\":\"penny\"}");
    }
}
