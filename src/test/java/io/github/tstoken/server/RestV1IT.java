package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.demo.EmbeddingApplication;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** ts-token with ThoughtSpot's old API, from the browser's request to ThoughtSpot and back. */
@ArquillianTest
@RunAsClient
class RestV1IT extends ThoughtSpotTest {
    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-v1", testable = false, order = 2)
    static WebArchive tsToken() {
        return Deployments.tsToken(
                "ts-v1.war", Map.of("tstoken.thoughtspot.api", "v1", "tstoken.token.object", "allowed"));
    }

    @Test
    void whenSomebodyIsSignedIn_thenTheTokenIsTheirsAndCameFromTheOldApi() {
        assertTokenOf("alice", Visitor.at(SERVER).signedInAs("alice").get("/ts-v1/token"));
        assertThat(thoughtSpot.journal().entries())
                .singleElement()
                .extracting(JournalEntry::path)
                .isEqualTo(Paths.V1_TOKEN);
    }

    @Test
    void whenATokenOfOneLiveboardIsAskedFor_thenItIsForThatOneAlone() {
        assertTokenOf("bob", Visitor.at(SERVER).signedInAs("bob").get("/ts-v1/token?object=" + LIVEBOARD));
        assertThat(thoughtSpot.journal().entries())
                .singleElement()
                .extracting(JournalEntry::body)
                .asString()
                .contains("access_level=REPORT_BOOK_VIEW&id=" + LIVEBOARD);
    }
}
