package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tstoken.demo.EmbeddingApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ts-token comes and goes while the server and the application beside it go on. */
@ArquillianTest
@RunAsClient
class RedeploymentIT extends ThoughtSpotTest {
    private static final String TS_TOKEN = "ts-token";
    private static final String MISCONFIGURED = "misconfigured";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "observer", testable = false, order = 2)
    static WebArchive observer() {
        return ShrinkWrap.create(WebArchive.class, "observer.war").addClass(ThreadsServlet.class);
    }

    @Deployment(name = TS_TOKEN, testable = false, managed = false)
    static WebArchive tsToken() {
        return Deployments.tsToken("ts-token.war", Map.of());
    }

    @Deployment(name = MISCONFIGURED, testable = false, managed = false)
    static WebArchive misconfigured() {
        return Deployments.tsToken("misconfigured.war", Map.of("tstoken.token.validity", "soon"));
    }

    private List<String> frighteningBefore;

    @BeforeEach
    void rememberTheLog() {
        frighteningBefore = frighteningLines();
    }

    @AfterEach
    void nothingFrighteningIsLogged() {
        assertThat(frighteningLines()).isEqualTo(frighteningBefore);
    }

    /**
     * What HttpClient wrote when it was closed at once, and what Tomcat writes of threads that go on; but not where that is one
     * of its own, which may just be looking after the sessions of the application.
     */
    private static List<String> frighteningLines() {
        return ServerLogs.lines().stream()
                .filter(line -> line.contains("ClosedSelectorException") || line.contains("failed to stop it"))
                .filter(line -> !line.contains("started a thread named [Catalina-utility-"))
                .toList();
    }

    @Test
    @DisplayName("[R69] undeployed, its threads end; deployed again, it knows who is signed in")
    void whenItIsUndeployedAndDeployedAgain_thenOnlyTheNewOneRuns() {
        deployer.deploy(TS_TOKEN);
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertTokenOf("alice", alice.get("/ts-token/token"));
        assertThat(threads()).isNotEmpty();

        deployer.undeploy(TS_TOKEN);
        assertThat(alice.get("/ts-token/token").statusCode()).isEqualTo(404);
        assertNoThreads();

        deployer.deploy(TS_TOKEN);
        assertTokenOf("alice", alice.get("/ts-token/token"));
        deployer.undeploy(TS_TOKEN);
        assertNoThreads();
    }

    @Test
    @DisplayName("[R31] of a deployment that was refused nothing stays")
    void whenADeploymentIsRefused_thenNoThreadOfItRuns() {
        assertThatThrownBy(() -> deployer.deploy(MISCONFIGURED)).isInstanceOf(Exception.class);
        assertNoThreads();
    }

    private static void assertNoThreads() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static String threads() {
        return Visitor.at(SERVER).get("/observer/threads").body();
    }
}
