package io.github.tstoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many tokens a page with three Liveboards costs, with the real SDK: the mints are counted at the stand-in. ts-token asks
 * ThoughtSpot before each reuse, as it does by default when a token was handed out more than ten seconds ago.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MintsIT {
    private Scenarios scenarios;
    private DemoServer demo;
    private StandInThoughtSpot thoughtSpot;

    @BeforeAll
    void start() throws Exception {
        scenarios = Scenarios.ready();
        demo = DemoServer.start(
                DemoOptions.forTests().withSdk(scenarios.sdk()).with("tstoken.token.reuse-verify-after", "PT0S"));
        thoughtSpot = demo.standIn().orElseThrow();
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(demo).ifPresent(DemoServer::close);
    }

    /** Also the container's sign-in is a new one for each browser, so that no token is left from the test before. */
    @BeforeEach
    void forget() {
        thoughtSpot.journal().clear();
    }

    @ParameterizedTest
    @CsvSource({"module,AuthServerCookieless", "module,AuthServer", "own,AuthServerCookieless", "own,AuthServer"})
    @DisplayName("[R14] a page with three Liveboards, and its reloads, cost one mint")
    void whenAPageWithThreeLiveboardsIsReloaded_thenOneTokenIsMinted(String configuration, String authType)
            throws Exception {
        JsonNode result = scenarios.run("threeEmbeds", options(configuration, authType));

        assertAliceIn(result, 9);
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(1);
        assertThat(events(result)).contains("SUCCESS").noneMatch(line -> line.startsWith("FAILURE"));
    }

    @ParameterizedTest
    @CsvSource({"module,AuthServerCookieless", "module,AuthServer", "own,AuthServerCookieless", "own,AuthServer"})
    @DisplayName("[R14] tokens and sessions that ended in all Liveboards at once cost one more mint")
    void whenAllLiveboardsExpireAtOnce_thenOneMoreTokenIsMintedAndNobodyIsAlarmed(String configuration, String authType)
            throws Exception {
        JsonNode result = scenarios.run("expiryInAllEmbeds", options(configuration, authType));

        assertAliceIn(result, 3);
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"module,AuthServerCookieless", "module,AuthServer", "own,AuthServerCookieless", "own,AuthServer"})
    @DisplayName("[R14] a token that was revoked behind our back is not handed out again")
    void whenTheTokenIsRevokedBehindOurBack_thenTheReloadedPageGetsAnother(String configuration, String authType)
            throws Exception {
        JsonNode result = scenarios.run("revokedBeforeReload", options(configuration, authType));

        assertAliceIn(result, 3);
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(2);
        assertThat(events(result)).contains("SUCCESS").noneMatch(line -> line.startsWith("FAILURE"));
    }

    @ParameterizedTest
    @CsvSource({"module,AuthServerCookieless", "module,AuthServer"})
    @DisplayName("[R14] an SDK that keeps no token, and asks for each of its requests, costs one mint")
    void whenTheSdkVerifiesNothing_thenItAsksAgainAndAgainAndOneTokenIsMinted(String configuration, String authType)
            throws Exception {
        Map<String, Object> options = options(configuration, authType);
        options.put("overrides", Map.of("authType", authType, "disableTokenVerification", true));

        JsonNode result = scenarios.run("threeEmbeds", options);

        assertAliceIn(result, 9);
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(1);
        assertThat(thoughtSpot.journal().to(Paths.V2_VALIDATE)).hasSizeGreaterThan(2);
    }

    private Map<String, Object> options(String configuration, String authType) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("origin", demo.origin());
        options.put("thoughtSpot", demo.thoughtSpot().toString());
        options.put("liveboard", DemoOptions.INVENTED_LIVEBOARD);
        options.put("person", "alice");
        options.put("loads", 3);
        options.put("withoutModule", configuration.equals("own"));
        options.put("authType", authType);
        options.put("overrides", Map.of("authType", authType));
        return options;
    }

    private static void assertAliceIn(JsonNode result, int liveboards) {
        assertThat(result.path("who").valueStream().map(JsonNode::asText))
                .hasSize(liveboards)
                .allMatch(who -> who.contains("alice"));
        assertThat(result.path("alerts")).isEmpty();
    }

    private static List<String> events(JsonNode result) {
        return result.path("events").valueStream().map(JsonNode::asText).toList();
    }
}
