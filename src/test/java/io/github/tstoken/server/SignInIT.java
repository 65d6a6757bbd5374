package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/** Sign-in at an OpenID Provider, on a real server. */
@ArquillianTest
@RunAsClient
class SignInIT extends ThoughtSpotTest {
    private static final RunningProvider PROVIDER = RunningProvider.start();
    private static final String MOUNT = "/ts-oidc";
    private static final String EMBED = MOUNT + "/embed/viz/" + LIVEBOARD;
    private static final String SESSION = "JSESSIONID";
    private static final String FLOW = "ts-token-flow";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Browser browser = new Browser(SERVER);

    @Deployment(name = "ts-oidc", testable = false)
    static WebArchive withAnOpenIdProvider() {
        return Deployments.tsToken("ts-oidc.war", parameters(MOUNT, PROVIDER));
    }

    /** For people who sign in at a provider. */
    static Map<String, String> parameters(String mount, RunningProvider provider) {
        return Map.of(
                "tstoken.identity.sources",
                "oidc",
                "tstoken.public-url",
                SERVER + mount,
                "tstoken.identity.oidc.issuer",
                provider.issuer(),
                "tstoken.identity.oidc.client-id",
                RunningProvider.CLIENT,
                "tstoken.identity.oidc.client-secret",
                RunningProvider.SECRET,
                "tstoken.identity.oidc.username-claim",
                "preferred_username",
                "tstoken.identity.oidc.roles-claim",
                "roles",
                "tstoken.user.required-roles",
                "reader");
    }

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void everythingIsWell() {
        PROVIDER.behaviour().isWell();
        PROVIDER.behaviour().person = "bob";
        PROVIDER.behaviour().refusal = Optional.empty();
        PROVIDER.behaviour().fastest = Duration.ZERO;
        PROVIDER.behaviour().slowest = Duration.ZERO;
        await().until(() -> new Browser(SERVER).open(MOUNT + "/login").statusCode() == 303);
        PROVIDER.counts().tokenCalls.set(0);
    }

    /** Goes to the provider, whose person agrees: the path to which it sends the browser back. */
    private static String toTheProviderAndBack(Browser browser, String login) {
        HttpResponse<String> answer = browser.navigate(login, "none");
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.follow(Browser.location(answer));
    }

    private static Browser signedIn(Browser browser) {
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        assertThat(browser.navigate(callback, "cross-site").statusCode()).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> backChannelLogout(String token) {
        return new Browser(SERVER)
                .send(MOUNT + "/login/backchannel-logout", "POST", "logout_token=" + token, "Content-Type", FORM);
    }

    private static void assertFlowInvalid(HttpResponse<String> answer) {
        assertProblem(answer, 400, "flow-invalid");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(PROVIDER.counts().tokenCalls).hasValue(0);
    }

    @Test
    void whenSomebodyOpensAnEmbed_thenTheySignInAtTheProviderAndLandInIt() {
        HttpResponse<String> first = browser.open(EMBED + "?col1=Region&op1=EQ&val1=West");
        assertThat(first.statusCode()).isEqualTo(303);
        String login = first.headers().firstValue("Location").orElseThrow();
        assertThat(login)
                .isEqualTo(MOUNT + "/login?return_to="
                        + URLEncoder.encode(EMBED + "?col1=Region&op1=EQ&val1=West", StandardCharsets.UTF_8));
        assertOnlyTheServersCookies(first);

        HttpResponse<String> toProvider = browser.open(login);
        assertThat(Browser.location(toProvider).toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        assertThat(toProvider.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(toProvider.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(FLOW + "=[A-Za-z0-9_-]{43}; Path=" + MOUNT + "; Max-Age=600; Secure; HttpOnly; SameSite=Lax");

        HttpResponse<String> callback = browser.navigate(browser.follow(Browser.location(toProvider)), "cross-site");
        assertThat(callback.statusCode()).isEqualTo(200);
        assertThat(callback.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(callback.body())
                .contains("content=\"0; url=" + EMBED + "?col1=Region&amp;op1=EQ&amp;val1=West\"")
                .doesNotContain("<script");

        HttpResponse<String> embed = browser.open(EMBED + "?col1=Region&op1=EQ&val1=West");
        assertThat(embed.statusCode()).isEqualTo(303);
        assertThat(Browser.location(embed).toString())
                .startsWith(thoughtSpot.url() + "/")
                .contains("username=bob");
    }

    @Test
    void whenTheProviderTakesItsTime_thenTheSignInIsCompletedAllTheSame() {
        PROVIDER.behaviour().fastest = Duration.ofMillis(300);
        PROVIDER.behaviour().slowest = Duration.ofMillis(400);
        assertTokenOf("bob", signedIn(browser).fetch(MOUNT + "/token"));
    }

    @Test
    void whenAPageOfNobodyAsks_thenItHearsWhereToSignInAndIsNotRedirected() {
        for (String path : new String[] {"/token", "/embed/app", "/whoami", "/login"}) {
            HttpResponse<String> answer = browser.fetch("GET", MOUNT + path, JSON);
            assertProblem(answer, 401, "not-signed-in");
            assertThat(json(answer).get("login_url").asText()).isEqualTo(MOUNT + "/login");
        }
        assertEmptyProblem(browser.fetch(MOUNT + "/token"), 401, "not-signed-in");
        assertNothingWasMinted();
    }

    @Test
    void whenSomebodyIsSignedIn_thenTheClaimsSayWhoTheyAre() {
        JsonNode whoami = json(signedIn(browser).fetch("GET", MOUNT + "/whoami", JSON));
        assertThat(whoami.get("principal").asText()).isEqualTo("bob");
        assertThat(whoami.get("source").asText()).isEqualTo("oidc");
        assertThat(whoami.get("roles").toString()).isEqualTo("[\"reader\"]");
    }

    @Test
    void whenSomebodyIsSignedIn_thenLoginLeadsOnAtOnce() {
        HttpResponse<String> answer = signedIn(browser).open(MOUNT + "/login?return_to=/app/page");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/app/page");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(FLOW));
    }

    @ParameterizedTest
    @DisplayName("[R63] a sign-in ends at a plain path of our own origin or nowhere")
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/%5cevil.example", "/a/../b", "", "app"})
    void whenAPersonWantsToGoElsewhere_thenTheSignInDoesNotBegin(String returnTo) {
        HttpResponse<String> answer = browser.open(MOUNT + "/login?return_to=" + returnTo);
        assertProblem(answer, 400, "bad-parameter");
    }

    @Test
    @DisplayName("[R58] a state that this browser has not under way signs nobody in")
    void whenTheStateIsUnknownOrMissing_thenNothingIsRedeemed() {
        browser.open(MOUNT + "/login");
        assertFlowInvalid(browser.navigate(MOUNT + "/login/callback?code=code-1&state=unknown", "cross-site"));
        assertFlowInvalid(browser.navigate(MOUNT + "/login/callback?code=code-1", "cross-site"));
        assertFlowInvalid(browser.navigate(MOUNT + "/login/callback?error=access_denied", "cross-site"));
        assertFlowInvalid(browser.navigate(MOUNT + "/login/callback", "cross-site"));
    }

    @Test
    @DisplayName("[R58] what came back once is of no use again")
    void whenTheAnswerComesAgain_thenNothingIsRedeemed() {
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        browser.navigate(callback, "cross-site");
        PROVIDER.counts().tokenCalls.set(0);
        assertFlowInvalid(browser.navigate(callback, "cross-site"));
    }

    @Test
    @DisplayName("[R58] what one browser began, no other completes")
    void whenTheAnswerComesWithAnotherBrowser_thenNothingIsRedeemed() {
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        Browser other = new Browser(SERVER);
        other.open(MOUNT + "/login");
        assertFlowInvalid(other.navigate(callback, "cross-site"));
        String another = toTheProviderAndBack(browser, MOUNT + "/login");
        assertFlowInvalid(new Browser(SERVER).navigate(another, "cross-site"));
    }

    @Test
    @DisplayName("[R58] RFC 9207: an answer of another issuer, or of none, is refused")
    void whenAnotherIssuerAnswers_thenNothingIsRedeemed() {
        String issuer = URLEncoder.encode(PROVIDER.issuer(), StandardCharsets.UTF_8);
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        assertThat(callback).contains("iss=" + issuer);
        assertFlowInvalid(browser.navigate(callback.replace(issuer, "https%3A%2F%2Fevil.example"), "cross-site"));
        String another = toTheProviderAndBack(browser, MOUNT + "/login");
        assertFlowInvalid(browser.navigate(another.replaceAll("&iss=[^&]*", ""), "cross-site"));
    }

    @Test
    @DisplayName("[R58] without a code nothing is redeemed")
    void whenTheAnswerHasNoCode_thenNothingIsRedeemed() {
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        assertFlowInvalid(browser.navigate(callback.replaceAll("code=[^&]*&", ""), "cross-site"));
    }

    @Test
    void whenThePersonDoesNotAgree_thenTheyHearItAndCanBeginAgain() {
        PROVIDER.behaviour().refusal = Optional.of("access_denied");
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        HttpResponse<String> answer = browser.navigate(callback, "cross-site");
        assertFlowInvalid(answer);
        assertThat(answer.body()).contains("href=\"" + MOUNT + "/\"").doesNotContain("access_denied");
    }

    @Test
    void whenTheTokenEndpointFails_thenItIsTheProvidersFault() {
        String callback = toTheProviderAndBack(browser, MOUNT + "/login");
        PROVIDER.behaviour().answersAt("/token", 503, "text/html", "<h1>down</h1>");
        assertProblem(browser.navigate(callback, "cross-site"), 503, "provider-unavailable");
        assertEmptyProblem(browser.fetch(MOUNT + "/token"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R60] of six flows of one browser the oldest gives way, and no session is made for anybody")
    void whenABrowserBeginsASixthTime_thenTheOldestGivesWay() {
        String first = toTheProviderAndBack(browser, MOUNT + "/login");
        String second = toTheProviderAndBack(browser, MOUNT + "/login");
        String cookie = browser.cookie(FLOW);
        for (int flow = 3; flow <= 6; flow++) {
            HttpResponse<String> answer = browser.open(MOUNT + "/login");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith(FLOW + "=" + cookie + ";");
        }
        assertFlowInvalid(browser.navigate(first, "cross-site"));
        assertThat(browser.navigate(second, "cross-site").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("[R9] a session that somebody else knows is not the one that is signed in")
    void whenSomebodySignsIn_thenTheSessionHasANewId() {
        signedIn(browser);
        String before = browser.cookie(SESSION);
        Browser attacker = new Browser(SERVER);
        attacker.setCookie(SESSION, before, MOUNT);
        browser.fetch("POST", MOUNT + "/logout", JSON);

        signedIn(browser);

        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(before);
        assertTokenOf("bob", browser.fetch(MOUNT + "/token"));
        assertEmptyProblem(attacker.fetch(MOUNT + "/token"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R9] a session id that the browser brings from elsewhere is not taken")
    void whenTheBrowserBringsAnInventedSession_thenItGetsAnother() {
        browser.setCookie(SESSION, "0123456789ABCDEF0123456789ABCDEF", MOUNT);
        signedIn(browser);
        assertThat(browser.cookie(SESSION)).isNotEmpty().doesNotStartWith("0123456789ABCDEF");
    }

    @Test
    void whenAnotherPersonSignsInInTheSameBrowser_thenTheFirstOnesTokensEnd() {
        String token = signedIn(browser).fetch(MOUNT + "/token").body();
        browser.fetch("POST", MOUNT + "/logout", JSON);
        PROVIDER.behaviour().person = "alice";
        assertTokenOf("alice", signedIn(browser).fetch(MOUNT + "/token"));
        assertRevoked(token);
    }

    @Test
    @DisplayName("[R7] who signs out is nobody with the next request, and hears where to sign out at the provider")
    void whenSomebodySignsOut_thenTheyAreNobodyAndTheirTokensEnd() {
        String token = signedIn(browser).fetch(MOUNT + "/token").body();

        HttpResponse<String> answer = browser.fetch("POST", MOUNT + "/logout", JSON);

        assertThat(answer.statusCode()).isEqualTo(200);
        URI endSession = URI.create(json(answer).get("end_session_url").asText());
        assertThat(endSession.toString()).startsWith(PROVIDER.issuer() + "/end-session?");
        assertThat(endSession.getRawQuery())
                .contains("id_token_hint=ey")
                .contains(
                        "post_logout_redirect_uri=" + URLEncoder.encode(SERVER + MOUNT + "/", StandardCharsets.UTF_8));
        assertEmptyProblem(browser.fetch(MOUNT + "/token"), 401, "not-signed-in");
        assertEmptyProblem(browser.fetch("POST", MOUNT + "/logout", "*/*"), 401, "not-signed-in");
        assertRevoked(token);
    }

    @Test
    @DisplayName("[R7] whom the provider signs out is nobody with the next request")
    void whenTheProviderEndsASignIn_thenTheyAreNobodyAndTheirTokensEnd() {
        PROVIDER.behaviour().person = "carol";
        Browser other = signedIn(new Browser(SERVER));
        PROVIDER.behaviour().person = "bob";
        String token = signedIn(browser).fetch(MOUNT + "/token").body();

        HttpResponse<String> answer =
                backChannelLogout(PROVIDER.logoutToken(RunningProvider.CLIENT, "\"sub\":\"sub-of-bob\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertOnlyTheServersCookies(answer);
        assertEmptyProblem(browser.fetch(MOUNT + "/token"), 401, "not-signed-in");
        assertTokenOf("carol", other.fetch(MOUNT + "/token"));
        assertRevoked(token);
        assertTokenOf("bob", signedIn(browser).fetch(MOUNT + "/token"));
    }

    @Test
    void whenALogoutTokenIsWrong_thenNobodysSignInEnds() {
        signedIn(browser);
        String wrong = PROVIDER.logoutToken("other-client", "\"sub\":\"sub-of-bob\"");
        assertEmptyProblem(backChannelLogout(wrong), 400, "flow-invalid");
        assertEmptyProblem(backChannelLogout("a.b.c"), 400, "flow-invalid");
        assertEmptyProblem(backChannelLogout(""), 400, "flow-invalid");
        Browser stranger = new Browser(SERVER);
        String path = MOUNT + "/login/backchannel-logout";
        assertEmptyProblem(stranger.send(path, "POST", "a=b", "Content-Type", FORM), 400, "bad-parameter");
        assertEmptyProblem(
                stranger.send(path, "POST", "logout_token=a&logout_token=b", "Content-Type", FORM),
                400,
                "bad-parameter");
        assertEmptyProblem(
                stranger.send(path, "POST", "{\"logout_token\":\"a\"}", "Content-Type", JSON),
                415,
                "unsupported-media-type");
        assertEmptyProblem(
                stranger.send(path, "POST", "logout_token=" + "a".repeat(16_384), "Content-Type", FORM),
                413,
                "too-large");
        assertTokenOf("bob", browser.fetch(MOUNT + "/token"));
    }

    @Test
    void whenNobodyIsSignedIn_thenTheStatusPageLeadsToTheProvider() {
        assertThat(browser.navigate(MOUNT + "/", "cross-site").body())
                .contains("href=\"" + MOUNT + "/login?return_to="
                        + URLEncoder.encode(MOUNT + "/", StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("[R70] health tells of the provider, and is up without it")
    void whenHealthIsAsked_thenItTellsOfTheProvider() {
        JsonNode health = json(browser.send(MOUNT + "/health/ready", "GET", "", "Accept", "*/*"));
        assertThat(health.get("status").asText()).isEqualTo("UP");
        assertThat(health.get("checks").toString())
                .contains("{\"name\":\"openid-provider\",\"status\":\"UP\",\"data\":{\"state\":\"ok\"}}");
    }

    private static void assertRevoked(String token) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> thoughtSpot.tokens().find(token).orElseThrow().revoked());
    }
}
