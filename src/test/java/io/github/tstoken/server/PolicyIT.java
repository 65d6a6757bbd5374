package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.Token;
import io.github.tstoken.standin.User;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orgs, custom tokens, new users and groups on a real server: all of it decided here, nothing of it by the browser. */
@ArquillianTest
@RunAsClient
class PolicyIT extends ServerTest {
    private static final String SALES_KEY = "key-of-the-org-sales";

    @Deployment(name = "ts-custom", testable = false, order = 4)
    static WebArchive withCustomTokens() {
        return Deployments.tsToken(
                "ts-custom.war",
                Map.of(
                        "tstoken.token.kind", "custom",
                        "tstoken.abac.variables.tenant", "principal",
                        "tstoken.abac.variables.region", "value:TS_WILDCARD_ALL"));
    }

    @Deployment(name = "ts-claim", testable = false, order = 5)
    static WebArchive withAClaimThatNobodyHas() {
        return Deployments.tsToken(
                "ts-claim.war",
                Map.of("tstoken.token.kind", "custom", "tstoken.abac.variables.region", "claim:region"));
    }

    /** Everybody is new at ThoughtSpot: the names there have a prefix that no user has. */
    @Deployment(name = "ts-jit", testable = false, order = 6)
    static WebArchive withNewUsers() {
        return Deployments.tsToken(
                "ts-jit.war",
                Map.ofEntries(
                        Map.entry("tstoken.user.pattern", "(.*)"),
                        Map.entry("tstoken.user.replacement", "jit-$1"),
                        Map.entry("tstoken.thoughtspot.org", "0"),
                        Map.entry("tstoken.user.allowed-orgs", "1"),
                        Map.entry("tstoken.thoughtspot.orgs.1.secret-key", SALES_KEY),
                        Map.entry("tstoken.jit.enabled", "true"),
                        Map.entry("tstoken.user.email", "value:people@example.com"),
                        Map.entry("tstoken.user.display-name", "principal"),
                        Map.entry("tstoken.jit.groups", "replace"),
                        Map.entry("tstoken.groups.\"Sales Team\"", "analyst, reader"),
                        Map.entry("tstoken.groups.Administrators", "admin")));
    }

    @BeforeEach
    void giveSalesAKey() {
        thoughtSpot.settings().orgSecretKeys().put(1, SALES_KEY);
    }

    @Test
    void whenTokensAreCustom_thenTheVariablesHaveTheValuesOfTheSignIn() {
        HttpResponse<String> answer = Visitor.at(SERVER).signedInAs("alice").get("/ts-custom/token", "Accept", JSON);

        assertThat(json(answer).get("kind").asText()).isEqualTo("custom");
        assertThat(json(answer).get("org_id").asInt(-1)).isZero();
        assertThat(mints()).singleElement().satisfies(entry -> {
            assertThat(entry.path()).isEqualTo(Paths.V2_CUSTOM);
            assertThat(entry.notes()).isEmpty();
        });
        assertThat(thoughtSpot.variables().of("alice"))
                .isEqualTo(Map.of("region", List.of("TS_WILDCARD_ALL"), "tenant", List.of("alice")));
    }

    @Test
    @DisplayName("[R16] without a required attribute there is no token, and ThoughtSpot is not asked")
    void whenAnAttributeIsMissing_thenThePersonIsRefusedAndThoughtSpotIsNotAsked() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");

        assertEmptyProblem(alice.get("/ts-claim/token"), 403, "missing-attribute");
        HttpResponse<String> described = alice.get("/ts-claim/token", "Accept", JSON);
        assertProblem(described, 403, "missing-attribute");
        assertThat(described.body()).doesNotContain("region");
        assertNothingWasMinted();
    }

    @Test
    void whenAUserIsNew_thenItIsMadeWithTheGroupsOfTheRoles() {
        assertThat(Visitor.at(SERVER).signedInAs("bob").get("/ts-jit/token").statusCode())
                .isEqualTo(200);

        User made = thoughtSpot.users().find("jit-bob").orElseThrow();
        assertThat(made.displayName()).isEqualTo("bob");
        assertThat(made.email()).isEqualTo("people@example.com");
        assertThat(made.groups()).containsExactlyInAnyOrder("Sales Team", "Administrators");
        assertThat(made.orgs()).containsExactly(0);
    }

    @Test
    void whenTheBrowserAsksForAnAllowedOrg_thenItGetsThatOneWithTheKeyOfThatOrg() {
        HttpResponse<String> answer = Visitor.at(SERVER).signedInAs("carol").get("/ts-jit/token?org=1");

        Token token = thoughtSpot.tokens().find(answer.body()).orElseThrow();
        assertThat(token.org()).isEqualTo(1);
        assertThat(mints())
                .extracting(JournalEntry::body)
                .singleElement()
                .asString()
                .contains("\"secret_key\":\"*** of Org 1\"", "\"org_id\":1");
    }

    @Test
    void whenARedirectIsForAnAllowedOrg_thenItsTokenIsForThatOrg() {
        HttpResponse<String> answer =
                Visitor.at(SERVER).signedInAs("carol").get("/ts-jit/embed/viz/" + LIVEBOARD + "?org=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mints())
                .singleElement()
                .satisfies(entry -> assertThat(entry.body()).contains("\"org_id\":1"));
    }

    @Test
    @DisplayName("[R16] another Org than the allowed ones is refused")
    void whenTheBrowserAsksForAnotherOrg_thenItIsRefused() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");

        assertEmptyProblem(alice.get("/ts-jit/token?org=2"), 403, "not-allowed");
        assertEmptyProblem(alice.get("/ts-jit/token?org=Sales"), 400, "bad-parameter");
        assertEmptyProblem(alice.get("/ts-jit/token?org=01"), 400, "bad-parameter");
        assertNothingWasMinted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups=Administrators",
                "group_identifiers=Administrators",
                "auto_create=true",
                "autocreate=true",
                "email=x@example.com",
                "display_name=x",
                "variable_values=%5B%5D",
                "region=West",
                "persist_option=APPEND",
                "org_id=1",
                "orgid=1",
                "kind=full",
                "validity=86400",
                "filter_rules=%5B%5D"
            })
    @DisplayName("[R2][R16] nothing of it can be chosen by the browser")
    void whenTheQueryAsksForMore_thenItIsRefused(String query) {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");

        assertEmptyProblem(alice.get("/ts-custom/token?" + query), 400, "unknown-parameter");
        assertEmptyProblem(alice.get("/ts-jit/token?" + query), 400, "unknown-parameter");
        assertNothingWasMinted();
    }

    @Test
    void whenSomebodyAsksWhoTheyAre_thenOrgGroupsAndKindAreThoseOfTheirTokens() {
        JsonNode jit = json(Visitor.at(SERVER).signedInAs("bob").get("/ts-jit/whoami"));
        assertThat(jit.get("username").asText()).isEqualTo("jit-bob");
        assertThat(jit.get("org_id").asInt(-1)).isZero();
        assertThat(jit.get("groups").toString()).isEqualTo("[\"Administrators\",\"Sales Team\"]");
        assertThat(jit.get("token_kind").asText()).isEqualTo("full");

        JsonNode custom = json(Visitor.at(SERVER).signedInAs("bob").get("/ts-custom/whoami"));
        assertThat(custom.get("org_id").isNull()).isTrue();
        assertThat(custom.get("groups")).isEmpty();
        assertThat(custom.get("token_kind").asText()).isEqualTo("custom");
    }
}
