package io.github.tstoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real Visual Embed SDK in Chromium, against ts-token in a real Tomcat and the stand-in ThoughtSpot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    private static final String LIVEBOARD = "Liveboard " + DemoOptions.INVENTED_LIVEBOARD;

    private Scenarios scenarios;
    private DemoServer demo;
    private StandInThoughtSpot thoughtSpot;

    @BeforeAll
    void start() throws Exception {
        scenarios = Scenarios.ready();
        // With 32 s of life the embedded page asks for a new token after 2 s: it does so 30 s before the end.
        demo = DemoServer.start(
                DemoOptions.forTests().withSdk(scenarios.sdk()).with("tstoken.token.validity", "PT32S"));
        thoughtSpot = demo.standIn().orElseThrow();
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(demo).ifPresent(DemoServer::close);
    }

    @BeforeEach
    void forget() {
        thoughtSpot.journal().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "embedConfig,cookieless",
        "embedConfig,cookie",
        "authEndpoint,cookieless",
        "authEndpoint,cookie",
        "getAuthToken,cookieless",
        "getAuthToken,cookie"
    })
    void whenAliceIsSignedIn_thenTheSdkShowsHerLiveboard(String token, String mode) throws Exception {
        JsonNode result = scenarios.run("sdk", options(token, mode, "alice"));

        assertThat(texts(result, "events"))
                .contains("SDK_SUCCESS", "SUCCESS")
                .noneMatch(line -> line.startsWith("FAIL"));
        assertThat(result.path("title").asText()).isEqualTo(LIVEBOARD);
        assertThat(result.path("who").asText()).contains("alice");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSizeGreaterThanOrEqualTo(1);
        assertThat(thoughtSpot.journal().to(Paths.SDK_LOGIN)).hasSize(mode.equals("cookie") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookieless", "cookie"})
    void whenNobodyIsSignedIn_thenThoughtSpotGetsAnEmptyBearerAndNeverAPage(String mode) throws Exception {
        JsonNode result = scenarios.run("sdkRefused", options("authEndpoint", mode, ""));

        assertThat(texts(result, "events")).containsExactly("FAILURE SDK");
        assertThat(result.path("embed").asText()).isEqualTo("Not logged in");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).isEmpty();
        assertThat(bearers()).isNotEmpty().allMatch(bearer -> bearer.strip().equals("Bearer"));
    }

    @Test
    void whenCarolLacksTheRole_thenTheSdkGetsNoToken() throws Exception {
        JsonNode result = scenarios.run("sdkRefused", options("authEndpoint", "cookieless", "carol"));

        assertThat(texts(result, "events")).containsExactly("FAILURE SDK");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookieless", "cookie"})
    void whenTheTokenHasExpired_thenAutoLoginSignsInAgain(String mode) throws Exception {
        JsonNode result = scenarios.run("expiry", options("authEndpoint", mode, "alice"));

        assertThat(texts(result, "events")).contains("FAILURE EXPIRY");
        assertThat(result.path("who").asText()).contains("alice");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whenTheTokenIsNearItsEnd_thenTheSdkFetchesAnotherOne() throws Exception {
        JsonNode result = scenarios.run("refreshBeforeExpiry", options("authEndpoint", "cookieless", "alice"));

        assertThat(result.path("who").asText()).isEqualTo("Signed in again as alice.");
        assertThat(texts(result, "events")).noneMatch(line -> line.startsWith("FAILURE"));
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whenBobOpensTheRedirectInAFrame_thenItLandsInTheLiveboardAsBob() throws Exception {
        JsonNode result = scenarios.run("redirect", options("", "", "bob"));

        assertThat(result.path("title").asText()).isEqualTo(LIVEBOARD);
        assertThat(result.path("who").asText()).contains("(bob)");
        assertThat(result.path("url").asText()).endsWith("#/embed/viz/" + DemoOptions.INVENTED_LIVEBOARD);
    }

    @Test
    void whenAPageAsksForJson_thenItLearnsWhoSheIsAndGetsATokenForHerAlone() throws Exception {
        JsonNode result = scenarios.run("tokenPage", options("", "", "alice"));

        assertThat(result.path("/ts-token/whoami").asText()).startsWith("200").contains("\"username\": \"alice\"");
        assertThat(result.path("/ts-token/token.json").asText())
                .startsWith("200")
                .contains("\"token\"");
        assertThat(result.path("/ts-token/gettoken/tsadmin").asText())
                .startsWith("403")
                .contains("not-your-username");
    }

    @Test
    void whenAPageOfAnotherOriginAsks_thenNothingIsMinted() throws Exception {
        JsonNode result = scenarios.run("anotherOrigin", options("", "", "alice"));

        assertThat(result.path("cors").asText()).isEqualTo("TypeError");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).isEmpty();
    }

    @Test
    @DisplayName("[R18] a prefetch of the token mints nothing")
    void whenTheTokenIsPrefetched_thenNothingIsMinted() throws Exception {
        JsonNode result = scenarios.run("prefetch", options("", "", "alice"));

        assertThat(result.path("status").asInt()).isEqualTo(403);
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).isEmpty();
    }

    @Test
    void whenAliceSignsOutAndBobSignsIn_thenBobSeesHisOwnLiveboard() throws Exception {
        Map<String, String> options = options("authEndpoint", "cookie", "alice");
        options.put("next", "bob");

        JsonNode result = scenarios.run("changeOfPerson", options);

        assertThat(result.path("first").asText()).contains("alice");
        assertThat(result.path("whileSignedOut").asInt()).isEqualTo(401);
        assertThat(result.path("second").asText()).contains("bob");
    }

    @Test
    void whenThePagesAreSeenOnAPhone_thenNothingIsWiderThanTheScreen() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "screenshots")).toAbsolutePath();
        Map<String, String> options = options("authEndpoint", "cookieless", "alice");
        options.put("folder", folder.toString());

        JsonNode result = scenarios.run("screenshots", options);

        assertThat(result.path("overflow").path("phone").asInt(-1)).isZero();
        assertThat(folder.resolve("ts-token-phone.png")).isNotEmptyFile();
    }

    private Map<String, String> options(String token, String mode, String person) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("origin", demo.origin());
        options.put("thoughtSpot", demo.thoughtSpot().toString());
        options.put("token", token);
        options.put("mode", mode);
        options.put("person", person);
        return options;
    }

    private List<String> bearers() {
        return thoughtSpot.journal().entries().stream()
                .map(JournalEntry::headers)
                .filter(headers -> headers.containsKey("authorization"))
                .map(headers -> headers.get("authorization"))
                .toList();
    }

    private static List<String> texts(JsonNode result, String name) {
        return result.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
