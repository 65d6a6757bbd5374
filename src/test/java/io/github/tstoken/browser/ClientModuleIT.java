package io.github.tstoken.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code client.js} with the real SDK in Chromium, with ts-token's defaults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientModuleIT {
    private static final String COOKIE = "AuthServer";
    private static final String COOKIELESS = "AuthServerCookieless";

    private Scenarios scenarios;
    private DemoServer demo;
    private StandInThoughtSpot thoughtSpot;

    @BeforeAll
    void start() throws Exception {
        scenarios = Scenarios.ready();
        demo = DemoServer.start(DemoOptions.forTests().withSdk(scenarios.sdk()));
        thoughtSpot = demo.standIn().orElseThrow();
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(demo).ifPresent(DemoServer::close);
    }

    @BeforeEach
    void forget() {
        thoughtSpot.journal().clear();
        thoughtSpot.sessions().closeAll();
    }

    @Test
    void whenThePageGivesNothing_thenTheConfigurationIsWhole() throws Exception {
        JsonNode result = scenarios.run("configuration", options(demo, "alice", Map.of()));

        assertThat(result.path("values"))
                .hasToString("{\"thoughtSpotHost\":\"" + demo.thoughtSpot() + "\",\"authType\":\"" + COOKIELESS
                        + "\",\"autoLogin\":true,\"getAuthToken\":\"function\"}");
        assertThat(texts(result, "who")).hasSize(3).allMatch(who -> who.contains("alice"));
    }

    @Test
    void whenThePageWantsCookies_thenItsWordIsTheLastAndTheSdkLearnsTheUserName() throws Exception {
        JsonNode values = scenarios
                .run("configuration", options(demo, "alice", Map.of("authType", COOKIE, "autoLogin", false)))
                .path("values");

        assertThat(values.path("authType").asText()).isEqualTo(COOKIE);
        assertThat(values.path("username").asText()).isEqualTo("alice");
        assertThat(values.path("autoLogin").asBoolean(true)).isFalse();
    }

    @Test
    void whenTheModuleIsMountedElsewhere_thenItAsksThere() throws Exception {
        JsonNode result = scenarios.run("mountedElsewhere", options(demo, "", Map.of()));

        assertThat(texts(result, "asked")).containsExactly("/some/where/client.js", "/some/where/whoami");
        assertThat(result.path("problem").asText()).isEqualTo("not-signed-in");
    }

    @Test
    void whenTokensAreOfRestV1_thenTheSdkSignsInByCookieAndVerifiesNothing() throws Exception {
        try (DemoServer old = DemoServer.start(
                DemoOptions.forTests().withSdk(scenarios.sdk()).with("tstoken.thoughtspot.api", "v1"))) {
            JsonNode result = scenarios.run("configuration", options(old, "alice", Map.of()));

            assertThat(result.path("values").path("authType").asText()).isEqualTo(COOKIE);
            assertThat(result.path("values").path("disableTokenVerification").asBoolean())
                    .isTrue();
            assertThat(texts(result, "who")).hasSize(3).allMatch(who -> who.contains("alice"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COOKIELESS, COOKIE})
    @DisplayName("[R14] a token that ended a moment ago is replaced before the SDK can alarm anybody")
    void whenEverythingEndsRightAfterTheMint_thenThereIsOneMoreMintAndNoAlert(String authType) throws Exception {
        for (String scenario : List.of("expiryInAllEmbeds", "revokedBeforeReload")) {
            thoughtSpot.journal().clear();
            JsonNode result = scenarios.run(scenario, byPage(authType, "alice"));

            assertThat(texts(result, "who")).hasSize(3).allMatch(who -> who.contains("alice"));
            assertThat(texts(result, "alerts")).isEmpty();
            assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "embedConfig,'',not-signed-in,401",
        "getAuthToken,'',not-signed-in,401",
        "signOut,'',not-signed-in,401",
        "embedConfig,carol,not-allowed,403",
        "getAuthToken,carol,not-allowed,403"
    })
    void whenThereIsNoTokenToBeHad_thenTheErrorSaysWhy(String call, String person, String problem, int status)
            throws Exception {
        Map<String, Object> options = byPage(COOKIELESS, person);
        options.put("call", call);

        assertFailure(scenarios.run("refusal", options), problem, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedConfig", "getAuthToken"})
    void whenALoginPageComesInPlaceOfTheToken_thenThoughtSpotNeverSeesIt(String call) throws Exception {
        Map<String, Object> options = byPage(COOKIELESS, "alice");
        options.put("call", call);
        options.put("path", "/ts-token/token");
        options.put("answer", Map.of("status", 200, "contentType", "text/html", "body", "Sign in"));

        assertFailure(scenarios.run("refusal", options), "not-understood", 200);
        assertThat(thoughtSpot.journal().to(Paths.IS_ACTIVE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ts-token/whoami", "/ts-token/token", "/callosum/v1/session/info"})
    void whenNobodyAnswers_thenTheErrorSaysSo(String path) throws Exception {
        Map<String, Object> options = byPage(COOKIE, "alice");
        options.put("call", "embedConfig");
        options.put("path", path);

        assertFailure(scenarios.run("refusal", options), "no-answer", 0);
    }

    @Test
    void whenAliceSignsOutAndBobComes_thenHerTokensAndHerSessionHaveEndedAndBobSeesHisOwn() throws Exception {
        Set<String> before = tokensOf("alice").map(Token::value).collect(Collectors.toSet());
        Map<String, Object> options = byPage(COOKIE, "alice");
        options.put("next", "bob");

        JsonNode result = scenarios.run("signOutAndNext", options);

        assertThat(texts(result, "first")).hasSize(3).allMatch(who -> who.contains("alice"));
        assertThat(result.path("session").asInt()).isEqualTo(401);
        assertThat(result.path("attempt").asText()).isEqualTo("not-signed-in");
        assertThat(texts(result, "second")).hasSize(3).allMatch(who -> who.contains("bob"));
        assertThat(thoughtSpot.sessions().open())
                .extracting(session -> session.token().username())
                .containsOnly("bob");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(tokensOf("alice").filter(token -> !before.contains(token.value())))
                        .isNotEmpty()
                        .allMatch(Token::revoked));
    }

    @Test
    void whenAliceSignsOutWithoutCookies_thenThatThereIsNoSessionCountsAsDone() throws Exception {
        Map<String, Object> options = byPage(COOKIELESS, "alice");
        options.put("next", "bob");

        JsonNode result = scenarios.run("signOutAndNext", options);

        assertThat(result.path("attempt").asText()).isEqualTo("not-signed-in");
        assertThat(texts(result, "second")).hasSize(3).allMatch(who -> who.contains("bob"));
        assertThat(texts(result, "alerts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {COOKIELESS, COOKIE})
    void whenAliceNeverSignedOutOfThoughtSpot_thenBobStillSeesHisOwn(String authType) throws Exception {
        Map<String, Object> options = byPage(authType, "alice");
        options.put("next", "bob");

        JsonNode result = scenarios.run("neverSignedOut", options);

        assertThat(texts(result, "first")).hasSize(3).allMatch(who -> who.contains("alice"));
        assertThat(texts(result, "second")).hasSize(3).allMatch(who -> who.contains("bob"));
    }

    /** What the SDK does by itself: the reason why the module asks whether a token is alive. */
    @Test
    void whenThePageUsesTheSdkWithoutTheModule_thenATokenThatEndedAMomentAgoAlarmsThePerson() throws Exception {
        Map<String, Object> options = byPage(COOKIELESS, "alice");
        options.put("withoutModule", true);

        assertThat(texts(scenarios.run("alarmed", options), "alerts"))
                .isNotEmpty()
                .allMatch(alert -> alert.contains("Duplicate token"));
    }

    /** What the SDK does by itself: the reason why the module asks whose session this is. */
    @Test
    void whenThePageUsesTheSdkWithoutTheModule_thenBobWouldGoOnAsAlice() throws Exception {
        Map<String, Object> options = byPage(COOKIE, "alice");
        options.put("withoutModule", true);
        options.put("next", "bob");

        JsonNode result = scenarios.run("neverSignedOut", options);

        assertThat(texts(result, "second")).allMatch(who -> who.contains("alice"));
    }

    @Test
    void whenCarolComesAfterAliceAndGetsNothing_thenTheSessionOfAliceHasEndedAllTheSame() throws Exception {
        Map<String, Object> options = byPage(COOKIE, "alice");
        options.put("next", "carol");

        assertFailure(scenarios.run("nextIsRefused", options), "not-allowed", 403);
        assertThat(thoughtSpot.sessions().open()).isEmpty();
    }

    private Map<String, Object> byPage(String authType, String person) {
        Map<String, Object> options = options(demo, person, Map.of("authType", authType));
        options.put("authType", authType);
        return options;
    }

    private static Map<String, Object> options(DemoServer demo, String person, Map<String, Object> overrides) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("origin", demo.origin());
        options.put("thoughtSpot", demo.thoughtSpot().toString());
        options.put("liveboard", DemoOptions.INVENTED_LIVEBOARD);
        options.put("person", person);
        options.put("overrides", overrides);
        return options;
    }

    private Stream<Token> tokensOf(String username) {
        return thoughtSpot.tokens().minted().stream()
                .filter(token -> token.username().equals(username));
    }

    private static void assertFailure(JsonNode result, String problem, int status) {
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("problem").asText()).isEqualTo(problem);
        assertThat(result.path("status").asInt(-1)).isEqualTo(status);
    }

    private static List<String> texts(JsonNode result, String name) {
        return result.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
