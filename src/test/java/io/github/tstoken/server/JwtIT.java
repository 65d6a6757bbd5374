package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.testkit.TokenIssuer;
import io.github.tstoken.testkit.TokenSigner;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider that come with requests, beside the container's sign-in, on a real server. */
@ArquillianTest
@RunAsClient
class JwtIT extends ServerTest {
    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final String TOKEN = "/ts-jwt/token";
    private static final String ROLES = "\"realm_access\":{\"roles\":[\"analyst\"]}";

    @Deployment(name = "ts-jwt", testable = false, order = 4)
    static WebArchive withTokensOfAnIdentityProvider() {
        return Deployments.tsToken(
                "ts-jwt.war",
                Map.of(
                        "tstoken.identity.sources",
                        "jwt, principal",
                        "tstoken.identity.jwt.issuer",
                        TokenIssuer.ISSUER,
                        "tstoken.identity.jwt.audience",
                        TokenIssuer.AUDIENCE,
                        "tstoken.identity.jwt.jwks-url",
                        ISSUER.keys().toString(),
                        "tstoken.identity.jwt.roles-claim",
                        "realm_access.roles",
                        "tstoken.user.required-roles",
                        "analyst"));
    }

    @AfterAll
    static void stopTheIssuer() {
        ISSUER.close();
    }

    @Test
    void whenAValidTokenComes_thenTheThoughtSpotTokenIsItsPersons() {
        String jwt = TokenIssuer.tokenFor("bob", ROLES);
        assertTokenOf("bob", Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", jwt));
        assertTokenOf("bob", Visitor.at(SERVER).get(TOKEN, "Authorization", "Bearer " + jwt));
        assertTokenOf("bob", Visitor.at(SERVER).signedInAs("alice").get(TOKEN, "X-Auth-Token", jwt));
    }

    @Test
    void whenNoTokenComes_thenTheContainerIsAsked() {
        assertTokenOf("alice", Visitor.at(SERVER).signedInAs("alice").get(TOKEN));
        assertEmptyProblem(Visitor.at(SERVER).get(TOKEN), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R61] a token that is there and not valid is 401, whoever is signed in")
    void whenTheTokenIsNotValid_thenNobodyIsSignedIn() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        String forged = TokenSigner.OTHER.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", "{\"sub\":\"bob\"}");

        assertEmptyProblem(alice.get(TOKEN, "X-Auth-Token", forged), 401, "not-signed-in");
        assertEmptyProblem(alice.get(TOKEN, "Authorization", "Bearer null"), 401, "not-signed-in");
        assertEmptyProblem(alice.get("/ts-jwt/embed/viz/" + LIVEBOARD, "X-Auth-Token", "x"), 401, "not-signed-in");
        HttpResponse<String> described = alice.get(TOKEN, "X-Auth-Token", forged, "Accept", JSON);
        assertProblem(described, 401, "not-signed-in");
        assertThat(json(described).get("detail").asText()).endsWith("The token is not valid: its signature is wrong.");
        assertNothingWasMinted();
    }

    @Test
    void whenTheTokenLacksTheRole_thenThereIsNoThoughtSpotToken() {
        assertEmptyProblem(
                Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", TokenIssuer.tokenFor("bob")), 403, "not-allowed");
        assertNothingWasMinted();
    }

    @Test
    void whenTheSameTokenComesAgain_thenTheThoughtSpotTokenIsReusedUntilItsLogout() {
        String jwt = TokenIssuer.tokenFor("bob", ROLES, "\"jti\":\"1\"");
        String other = TokenIssuer.tokenFor("bob", ROLES, "\"jti\":\"2\"");
        String token = Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", jwt).body();
        assertThat(Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", jwt).body()).isEqualTo(token);
        assertThat(Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", other).body()).isNotEqualTo(token);

        HttpResponse<String> ended =
                Visitor.at(SERVER).send("POST", "/ts-jwt/logout", "", "X-Auth-Token", jwt, "X-Requested-By", "test");

        assertThat(ended.statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> thoughtSpot.tokens().find(token).orElseThrow().revoked());
    }

    @Test
    void whenSomebodyAsksWhoTheyAre_thenItIsWhatTheTokenSays() {
        JsonNode whoami = json(Visitor.at(SERVER)
                .get("/ts-jwt/whoami", "Authorization", "Bearer " + TokenIssuer.tokenFor("bob", ROLES)));
        assertThat(whoami.get("principal").asText()).isEqualTo("bob");
        assertThat(whoami.get("source").asText()).isEqualTo("jwt");
        assertThat(whoami.get("roles").toString()).isEqualTo("[\"analyst\"]");
    }

    @Test
    @DisplayName("[R64] a token of an identity provider is in no log, and what is wrong with it is")
    void whenATokenIsRefused_thenTheAuditLogSaysWhy() {
        String jwt =
                TokenSigner.RIGHT.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}", "{\"iss\":\"https://evil.example\"}");
        HttpResponse<String> refused = Visitor.at(SERVER).get(TOKEN, "X-Auth-Token", jwt);
        String traceId = refused.headers().firstValue("Trace-Id").orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ServerLogs.lines())
                        .filteredOn(line -> line.contains(traceId))
                        .singleElement()
                        .asString()
                        .contains("its iss is not the issuer that is configured"));
        assertThat(ServerLogs.lines()).noneMatch(line -> line.contains(jwt) || line.contains(jwt.split("\\.", 3)[1]));
    }
}
