package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.SignInServlet;
import io.github.tstoken.server.Visitor;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.Token;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application whose session says more of a person than the name: the Org, and what custom tokens are made of. */
class SessionAttributesIT {
    private static final String TOKEN = "/app/ts-token/token";
    private static HostServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HostServer.with(
                HostApplication.war("session.xml", SignInServlet.class),
                Map.of(
                        "tstoken.identity.sources", "session",
                        "tstoken.identity.session.attribute", "user",
                        "tstoken.user.org", "session:org",
                        "tstoken.token.kind", "custom",
                        "tstoken.abac.variables.region", "session:regions",
                        "tstoken.abac.variables.tenant", "session:org",
                        "tstoken.abac.optional", "tenant"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.thoughtSpot().journal().clear();
    }

    @Test
    void whenTheSessionHasAttributes_thenTheTokenIsMadeOfThem() {
        Visitor alice = signedIn("alice", "&region=West&region=East%20%26%20Co&org=1");

        Token token =
                server.thoughtSpot().tokens().find(alice.get(TOKEN).body()).orElseThrow();

        assertThat(token.org()).isEqualTo(1);
        assertThat(server.thoughtSpot().variables().of("alice"))
                .isEqualTo(Map.of("region", List.of("East & Co", "West"), "tenant", List.of("1")));
        assertThat(minted())
                .singleElement()
                .satisfies(entry -> assertThat(entry.notes()).isEmpty());
    }

    @Test
    @DisplayName("[R16] without the attribute there is no token, and ThoughtSpot is not asked")
    void whenARequiredAttributeIsMissing_thenThePersonIsRefused() {
        Problems.assertEmpty(signedIn("bob", "").get(TOKEN), 403, "missing-attribute");
        assertThat(minted()).isEmpty();
    }

    @Test
    void whenTheSessionNamesAWildcard_thenThePersonIsRefused() {
        Problems.assertEmpty(signedIn("bob", "&region=TS_WILDCARD_ALL").get(TOKEN), 403, "missing-attribute");
        assertThat(minted()).isEmpty();
    }

    @Test
    void whenTheOrgOfTheSessionIsNone_thenThePersonIsRefused() {
        Problems.assertEmpty(signedIn("bob", "&region=West&org=Sales").get(TOKEN), 403, "missing-attribute");
        assertThat(minted()).isEmpty();
    }

    @Test
    void whenAnOptionalAttributeIsMissing_thenItIsLeftOut() {
        assertThat(signedIn("bob", "&region=West").get(TOKEN).statusCode()).isEqualTo(200);

        assertThat(server.thoughtSpot().variables().of("bob")).isEqualTo(Map.of("region", List.of("West")));
    }

    @Test
    @DisplayName("[R8] what only an application's own session has is said to be nowhere beside it")
    void whenNoApplicationIsThereToFillTheSession_thenAWarningSaysSo() throws Exception {
        try (Logs logs = Logs.everything();
                HostServer beside =
                        HostServer.with(Path.of("target/ts-token.war"), Map.of("tstoken.user.org", "session:org"))) {
            assertThat(beside.visitor().get("/app/health/live").statusCode()).isEqualTo(200);
            assertThat(logs.text())
                    .contains("session: expressions have no value in a web application beside another: [org]");
        }
    }

    private static List<JournalEntry> minted() {
        return server.thoughtSpot().journal().to(Paths.V2_CUSTOM);
    }

    private static Visitor signedIn(String name, String more) {
        Visitor visitor = server.visitor();
        visitor.send("POST", "/app/sign-in?name=" + name + more, "");
        return visitor;
    }
}
