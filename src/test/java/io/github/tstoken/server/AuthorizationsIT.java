package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of other providers, kept for people, on a real server with the embedded database. */
@ArquillianTest
@RunAsClient
class AuthorizationsIT extends ServerTest {
    static final String ENCRYPTION_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final RunningProvider PROVIDER = RunningProvider.start();
    private static final RunningProvider GITHUB = RunningProvider.start();
    private static final String MOUNT = "/ts-store";

    @Deployment(name = "ts-store", testable = false, order = 4)
    static WebArchive withProviders() {
        return Deployments.tsToken("ts-store.war", parameters("ts-store"));
    }

    /** With a database that does not answer. */
    @Deployment(name = "ts-stranded", testable = false, order = 5)
    static WebArchive withoutItsDatabase() {
        Map<String, String> parameters = parameters("ts-stranded");
        parameters.remove("tstoken.store.directory");
        parameters.put("tstoken.store.jdbc-url", "jdbc:postgresql://127.0.0.1:9/none");
        parameters.put("tstoken.store.user", "nobody");
        return Deployments.tsToken("ts-stranded.war", parameters);
    }

    /** One OpenID Provider, and one plain OAuth 2.0 server with the habits of GitHub. */
    static Map<String, String> parameters(String name) {
        GITHUB.behaviour().openId = false;
        GITHUB.behaviour().likeGitHub = true;
        GITHUB.behaviour().refreshable = false;
        GITHUB.behaviour().expiresIn = Optional.empty();
        Map<String, String> parameters = new HashMap<>(Map.of(
                "tstoken.public-url",
                SERVER + "/" + name,
                "tstoken.admin.roles",
                "admin",
                "tstoken.providers",
                "idp, github",
                "tstoken.store.encryption-keys",
                ENCRYPTION_KEY,
                "tstoken.store.directory",
                Path.of("target/stores", name + "-" + Instant.now().toEpochMilli())
                        .toAbsolutePath()
                        .toString(),
                "tstoken.provider.idp.issuer",
                PROVIDER.issuer(),
                "tstoken.provider.idp.client-id",
                RunningProvider.CLIENT,
                "tstoken.provider.idp.client-secret",
                RunningProvider.SECRET,
                "tstoken.provider.idp.metadata.name",
                "Identity Provider"));
        parameters.putAll(Map.of(
                "tstoken.provider.github.authorization-endpoint",
                GITHUB.endpoint("/authorize").toString(),
                "tstoken.provider.github.token-endpoint",
                GITHUB.endpoint("/token").toString(),
                "tstoken.provider.github.client-id",
                RunningProvider.CLIENT,
                "tstoken.provider.github.client-secret",
                RunningProvider.SECRET,
                "tstoken.provider.github.scopes",
                "repo, user"));
        return parameters;
    }

    @AfterAll
    static void stopTheProviders() {
        PROVIDER.close();
        GITHUB.close();
    }

    @BeforeEach
    void disconnectAll() {
        PROVIDER.behaviour().isWell();
        PROVIDER.behaviour().refusal = Optional.empty();
        for (String person : new String[] {"alice", "bob"}) {
            connector(person).disconnect("idp");
            connector(person).disconnect("github");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> connector("alice").begin("idp").statusCode() == 201);
    }

    private static Connector connector(String person) {
        return new Connector(Visitor.at(SERVER).signedInAs(person), MOUNT);
    }

    private static JsonNode entry(Connector connector, String provider) {
        for (JsonNode each : json(connector.list())) {
            if (each.get("provider").asText().equals(provider)) {
                return each;
            }
        }
        throw new IllegalArgumentException(provider);
    }

    @Test
    void whenAPersonConnects_thenTheAccessTokenIsThere() {
        Connector alice = connector("alice");
        HttpResponse<String> back = alice.connect("idp");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("url=/app/page?connection=idp&amp;result=connected");
        HttpResponse<String> token = alice.token("idp");
        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(json(token).fieldNames())
                .toIterable()
                .containsExactly("access_token", "token_type", "expires_in", "expires_at", "scope");
        assertThat(PROVIDER.isGood(json(token).get("access_token").asText())).isTrue();
        assertThat(json(token).get("token_type").asText()).isEqualTo("Bearer");
        assertThat(json(token).get("expires_in").asInt()).isBetween(200, 300);
        assertThat(token.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whenAPersonLooks_thenEveryProviderIsThereWithEveryField() {
        Connector alice = connector("alice");
        JsonNode before = entry(alice, "idp");
        assertThat(before.toString())
                .isEqualTo("{\"provider\":\"idp\",\"active\":false,\"state\":\"not-connected\","
                        + "\"scopes\":[\"email\",\"offline_access\",\"openid\"],\"connected_at\":null,"
                        + "\"expires_at\":null,\"last_refresh_at\":null,\"reason\":null,"
                        + "\"actions\":{\"authorize\":\"/ts-store/authorizations/idp/authorize\","
                        + "\"token\":\"/ts-store/authorizations/idp/token\","
                        + "\"revoke\":\"/ts-store/authorizations/idp\"},"
                        + "\"metadata\":{\"name\":\"Identity Provider\",\"description\":null,\"url\":null,"
                        + "\"icon\":null,\"logo\":null}}");
        alice.connect("idp");
        JsonNode after = entry(alice, "idp");
        assertThat(after.get("active").asBoolean()).isTrue();
        assertThat(after.get("state").asText()).isEqualTo("connected");
        assertThat(Instant.parse(after.get("connected_at").asText()))
                .isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    @DisplayName("[D13] a plain OAuth 2.0 server without metadata, refresh tokens and ends of tokens will do")
    void whenTheProviderIsLikeGitHub_thenItWorks() {
        Connector alice = connector("alice");
        assertThat(alice.connect("github").body()).contains("result=connected");
        assertThat(alice.token("github").statusCode()).isEqualTo(200);
        assertThat(entry(alice, "github").get("state").asText()).isEqualTo("expiring");
        assertThat(entry(alice, "github").get("active").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("[D1] [D2] many reads at once, of a token that does not live long enough, are one refresh")
    void whenALongerLifeIsWanted_thenTheTokenIsRefreshedOnce() {
        Connector alice = connector("alice");
        alice.connect("idp");
        int before = PROVIDER.counts().refreshes.get();
        Visitor visitor = Visitor.at(SERVER).signedInAs("alice");
        for (int read = 0; read < 5; read++) {
            assertThat(visitor.get(MOUNT + "/authorizations/idp/token?minimum_seconds=3600")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(PROVIDER.counts().refreshes.get() - before).isEqualTo(1);
        assertThat(PROVIDER.counts().reuses).hasValue(0);
        assertThat(entry(alice, "idp").get("last_refresh_at").isTextual()).isTrue();
    }

    @Test
    void whenAMinimumIsBeyondAllTokens_thenTheAnswerIsWhatThereIs() {
        Connector alice = connector("alice");
        alice.connect("idp");
        Visitor visitor = Visitor.at(SERVER).signedInAs("alice");
        String path = MOUNT + "/authorizations/idp/token?minimum_seconds=";
        assertThat(visitor.get(path + "999999999999999999").statusCode()).isEqualTo(200);
        for (String none : List.of("", "-1", "01", "1.5", "1e3", "9999999999999999999")) {
            assertProblem(visitor.get(path + none, "Accept", JSON), 400, "bad-parameter");
        }
    }

    @Test
    @DisplayName("[D5] a grant that the provider ended is 409 with the way to connect again")
    void whenThePersonEndedTheGrantAtTheProvider_thenTheAnswerSaysWhereToConnectAgain() {
        Connector alice = connector("alice");
        alice.connect("idp");
        PROVIDER.endGrantsOf(PROVIDER.behaviour().person);
        Visitor visitor = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer =
                visitor.get(MOUNT + "/authorizations/idp/token?minimum_seconds=3600", "Accept", JSON);
        assertProblem(answer, 409, "reconnect-needed");
        assertThat(json(answer).get("authorize_url").asText()).isEqualTo("/ts-store/authorizations/idp/authorize");
        assertThat(answer.headers().firstValue("Link"))
                .contains("</ts-store/authorizations/idp/authorize>; rel=\"authorize\"");
        assertThat(entry(alice, "idp").get("active").asBoolean()).isFalse();
        assertThat(entry(alice, "idp").get("reason").asText()).isEqualTo("grant-ended");
    }

    @Test
    @DisplayName("[R54] a provider that is down is 503, and the connection stays")
    void whenTheProviderIsDown_thenTheConnectionStays() {
        Connector alice = connector("alice");
        alice.connect("idp");
        PROVIDER.behaviour().answersAt("/token", 503, "text/html", "<h1>invalid_grant</h1>");
        Visitor visitor = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer = visitor.get(MOUNT + "/authorizations/idp/token?minimum_seconds=3600");
        assertEmptyProblem(answer, 503, "provider-unavailable");
        assertThat(entry(alice, "idp").get("state").asText()).isEqualTo("connected");
    }

    @Test
    @DisplayName("[D10] who disconnects is disconnected at once, and the provider is told")
    void whenAPersonDisconnects_thenTheProviderForgetsTheToken() {
        Connector alice = connector("alice");
        alice.connect("idp");
        String token = json(alice.token("idp")).get("access_token").asText();
        assertThat(alice.disconnect("idp").statusCode()).isEqualTo(204);
        assertProblem(alice.token("idp"), 404, "not-connected");
        assertThat(alice.disconnect("idp").statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30)).until(() -> !PROVIDER.isGood(token));
    }

    @Test
    @DisplayName("[D7] [R58] a callback without a flow of this browser is 400, and nothing is redeemed")
    void whenTheStateIsLost_thenThatIsSaid() {
        Connector alice = connector("alice");
        HttpResponse<String> begun = alice.begin("idp");
        URI callback = Connector.agree(begun);
        int before = PROVIDER.counts().tokenCalls.get();
        String cookie = Connector.cookie(begun);
        URI lost = URI.create(SERVER + MOUNT + "/authorizations/idp/callback?error=access_denied");
        assertProblem(alice.comeBack(lost, cookie), 400, "flow-invalid");
        URI unknown = URI.create(SERVER + MOUNT + "/authorizations/idp/callback?code=x&state=unknown");
        assertProblem(alice.comeBack(unknown, cookie), 400, "flow-invalid");
        URI elsewhere = URI.create(callback.toString().replace("/idp/", "/github/"));
        assertProblem(alice.comeBack(elsewhere, cookie), 400, "flow-invalid");
        assertThat(PROVIDER.counts().tokenCalls).hasValue(before);
    }

    @Test
    @DisplayName("[D4] [R59] the callback has to come back to the person, the sign-in and the browser that began it")
    void whenSomebodyElseComesBack_thenNothingIsConnected() {
        HttpResponse<String> begun = connector("alice").begin("idp");
        URI callback = Connector.agree(begun);
        String cookie = Connector.cookie(begun);
        int before = PROVIDER.counts().codes.get();
        assertProblem(new Connector(Visitor.at(SERVER), MOUNT).comeBack(callback, cookie), 401, "not-signed-in");
        assertProblem(connector("bob").comeBack(callback, cookie), 403, "flow-owner-changed");

        HttpResponse<String> second = connector("alice").begin("idp");
        assertProblem(
                connector("alice").comeBack(Connector.agree(second), Connector.cookie(second)), 400, "flow-invalid");

        Connector alice = connector("alice");
        HttpResponse<String> third = alice.begin("idp");
        assertProblem(alice.comeBack(Connector.agree(third), "ts-token-flow=" + "A".repeat(43)), 400, "flow-invalid");
        assertThat(PROVIDER.counts().codes).hasValue(before);
        assertThat(entry(connector("bob"), "idp").get("state").asText()).isEqualTo("not-connected");
    }

    @Test
    void whenThePersonDoesNotAgree_thenThePageGoesOnWithThat() {
        PROVIDER.behaviour().refusal = Optional.of("access_denied");
        Connector alice = connector("alice");
        HttpResponse<String> back = alice.connect("idp");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("url=/app/page?connection=idp&amp;result=denied");
        assertProblem(alice.token("idp"), 404, "not-connected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/app/..", "/%2e%2e/", "/a?x=%0d%0aX", "\\\\evil"})
    @DisplayName("[D6] [R63] nobody is sent anywhere but to a plain path of our own origin")
    void whenAnotherPlaceIsNamed_thenTheFlowDoesNotBegin(String place) {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        String encoded = URLEncoder.encode(place, StandardCharsets.UTF_8);
        assertProblem(
                alice.send(
                        "POST",
                        MOUNT + "/authorizations/idp/authorize?return_to=" + encoded,
                        "",
                        "X-Requested-By",
                        "test",
                        "Referer",
                        "https://evil.example/"),
                400,
                "bad-parameter");
    }

    @Test
    void whenABrowserBegins_thenItIsSentToTheProvider() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer = alice.get(
                MOUNT + "/authorizations/idp/authorize", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(PROVIDER.issuer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "init_app", "IDP", "idp2"})
    @DisplayName("[D8] [R45] what is no provider is not found")
    void whenThereIsNoSuchProvider_thenItIsUnknown(String name) {
        Connector alice = connector("alice");
        assertProblem(alice.token(name), 404, "unknown-provider");
        assertProblem(alice.begin(name), 404, "unknown-provider");
        assertProblem(alice.disconnect(name), 404, "unknown-provider");
    }

    @Test
    void whenNobodyIsSignedIn_thenNothingIsShown() {
        Connector nobody = new Connector(Visitor.at(SERVER), MOUNT);
        assertProblem(nobody.list(), 401, "not-signed-in");
        assertProblem(nobody.token("idp"), 401, "not-signed-in");
        assertProblem(nobody.begin("idp"), 401, "not-signed-in");
        assertProblem(nobody.disconnect("idp"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R66] who is refused a connection, an access token or an administrator's work has one audit line")
    void whenSomebodyIsRefused_thenThatIsOneAuditLine() {
        Connector nobody = new Connector(Visitor.at(SERVER), MOUNT);
        assertThat(auditLines(nobody.token("idp"))).singleElement(STRING).contains("\"refresh\"", "not-signed-in");
        assertThat(auditLines(nobody.begin("idp"))).singleElement(STRING).contains("\"connect\"", "not-signed-in");
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertThat(auditLines(alice.get(MOUNT + "/admin/store/re-encrypt")))
                .singleElement(STRING)
                .contains("\"administer\"", "not-allowed", "alice");
        assertThat(auditLines(alice.get(MOUNT + "/authorizations/idp/token"))).isEmpty();
    }

    /** The lines about a request, of those that this node remembers. */
    private static List<String> auditLines(HttpResponse<String> answer) {
        String traceId = answer.headers().firstValue("Trace-Id").orElseThrow();
        JsonNode lines = json(Visitor.at(SERVER).signedInAs("bob").get(MOUNT + "/admin/audit"));
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.get("trace_id").asText().equals(traceId))
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    @DisplayName("an administrator sees, and ends, all connections of a person")
    void whenAPersonGoes_thenAnAdministratorEndsAllConnections() {
        Connector alice = connector("alice");
        alice.connect("idp");
        alice.connect("github");
        String path = MOUNT + "/admin/people/alice/authorizations";
        Visitor bob = Visitor.at(SERVER).signedInAs("bob");
        assertThat(json(bob.get(path))).hasSize(2);
        HttpResponse<String> dry = bob.send("DELETE", path + "?dry_run=true", "", "X-Requested-By", "test");
        assertThat(json(dry).get("disconnected")).hasSize(2);
        assertThat(json(bob.get(path))).hasSize(2);
        HttpResponse<String> ended = bob.send("DELETE", path, "", "X-Requested-By", "test");
        assertThat(json(ended).get("disconnected")).hasSize(2);
        assertThat(json(bob.get(path))).isEmpty();
        assertProblem(alice.token("idp"), 404, "not-connected");
        assertProblem(Visitor.at(SERVER).signedInAs("alice").get(path), 403, "not-allowed");
    }

    @Test
    void whenAnAdministratorEncryptsAnew_thenTheProgressIsSeen() {
        Visitor bob = Visitor.at(SERVER).signedInAs("bob");
        String path = MOUNT + "/admin/store/re-encrypt";
        assertThat(bob.send("POST", path, "", "X-Requested-By", "test").statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(bob.get(path)).get("state").asText().equals("finished"));
        assertThat(json(bob.get(path)).get("remaining").asInt()).isZero();
        assertProblem(Visitor.at(SERVER).signedInAs("alice").get(path), 403, "not-allowed");
    }

    @Test
    @DisplayName("[R57] a database that is away is 503 within two seconds, and login tokens are given all the same")
    void whenTheDatabaseIsAway_thenLoginTokensAreGivenAndConnectionsAreUnavailable() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        Connector connector = new Connector(alice, "/ts-stranded");
        for (int round = 0; round < 3; round++) {
            assertTokenOf("alice", alice.get("/ts-stranded/token?fresh=true"));
            assertUnavailable(connector.list());
            assertUnavailable(connector.token("idp"));
            assertUnavailable(connector.begin("github"));
            assertUnavailable(connector.disconnect("idp"));
        }
        assertThat(alice.get("/ts-stranded/health/ready").body()).contains("\"last_answer\":\"failed\"");
        assertThat(alice.get("/ts-stranded/health/ready").statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertProblem(answer, 503, "store-unavailable");
    }

    @Test
    void whenHealthIsAsked_thenTheStoreAndTheProvidersAreTold() {
        String health = Visitor.at(SERVER).get(MOUNT + "/health").body();
        assertThat(health)
                .contains("{\"name\":\"store\",\"status\":\"UP\",\"data\":{\"last_answer\":\"ok\"}}")
                .contains("{\"name\":\"provider idp\",\"status\":\"UP\",\"data\":{\"state\":\"ready\"}}");
    }

    @Test
    void whenAPersonOpensTheStatusPage_thenTheConnectionsAreOnIt() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> page = alice.get(MOUNT + "/?connection=idp&result=connected", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("My connections").contains("data-mount=\"/ts-store\"");
        assertThat(alice.get("/ts-token/").body()).doesNotContain("My connections");
    }

    @Test
    void whenThereAreNoProviders_thenThereAreNoConnections() {
        Connector alice = new Connector(Visitor.at(SERVER).signedInAs("alice"), "/ts-token");
        assertThat(alice.list().body()).isEqualTo("[]");
        assertProblem(alice.token("idp"), 404, "unknown-provider");
    }
}
