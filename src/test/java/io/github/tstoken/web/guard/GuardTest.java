package io.github.tstoken.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.config.WebConfig;
import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.web.answer.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String LISTED = "https://app.example";
    private static final String LIVEBOARD = "/embed/viz/0123abcd-0000-4000-8000-0123456789ab";

    private final Guard guard = guard(Optional.empty(), false);

    static List<String> hostilePaths() {
        return Corpus.read("paths-hostile.txt");
    }

    static List<String> hostileOrigins() {
        return Corpus.read("origins-hostile.txt");
    }

    @ParameterizedTest
    @MethodSource("hostilePaths")
    @DisplayName("[R13] another spelling of a path is never served")
    void whenAPathIsSpeltOtherwise_thenItIsRefused(String path) {
        assertThat(problem(guard, Asking.get(path).bySdk())).isIn(Problem.BAD_PATH, Problem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/token", "/token.json", "/gettoken", "/gettoken/", "/gettoken/bob", "/whoami"})
    void whenAPathExists_thenItsOwnPageMayAsk(String path) {
        assertThat(guard.judge(Asking.get(path).bySdk().asked())).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whenTheUserNameIsEncoded_thenItIsDecodedOnce() {
        Verdict verdict =
                guard.judge(Asking.get("/gettoken/b%C3%B6b%40x%2525").bySdk().asked());
        assertThat(((Verdict.Passed) verdict).segments()).containsExactly("gettoken", "böb@x%25");
    }

    @Test
    void whenAPathIsVeryLong_thenItIsRefused() {
        assertThat(problem(guard, Asking.get("/" + "a".repeat(100_000)))).isEqualTo(Problem.BAD_PATH);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,/token",
        "HEAD,/token.json",
        "HEAD,/gettoken/bob",
        "HEAD," + LIVEBOARD,
        "PUT,/token",
        "DELETE,/token",
        "PATCH,/token",
        "TRACE,/token",
        "get,/token",
        "POST,/whoami",
        "POST,/",
        "POST," + LIVEBOARD,
        "FOO,/token"
    })
    @DisplayName("[R12] a method that is not offered is 405 with Allow")
    void whenTheMethodIsNotOffered_thenItIsNotAllowed(String method, String path) {
        Verdict.Refused refused = refused(guard, Asking.of(method, path).bySdk());
        assertThat(refused.failure().problem()).isEqualTo(Problem.METHOD_NOT_ALLOWED);
        assertThat(refused.route().orElseThrow().allow()).contains("GET").doesNotContain(method);
    }

    @Test
    void whenNothingIsMinted_thenHeadIsAGetWithoutABody() {
        assertThat(guard.judge(Asking.of("HEAD", "/health/live").asked())).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whenOptionsAreAsked_thenTheMethodsAreTold() {
        Verdict verdict = guard.judge(Asking.of("OPTIONS", "/token").asked());
        assertThat(((Verdict.Answered) verdict).answer().headers()).containsEntry("Allow", "GET, POST, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose,prefetch", "Sec-Purpose,prefetch;prerender", "Purpose,prefetch", "Sec-Fetch-Dest,document",
        "Sec-Fetch-Dest,image", "Sec-Fetch-Dest,script", "Sec-Fetch-Dest,iframe", "Sec-Fetch-Mode,navigate"
    })
    @DisplayName("[R18] what is not a script's fetch gets no token")
    void whenItIsNotAFetch_thenItIsRefused(String header, String value) {
        assertThat(problem(guard, Asking.get("/token").bySdk().header(header, value)))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @Test
    void whenARedirectIsPrefetched_thenItIsRefused() {
        assertThat(problem(guard, Asking.get(LIVEBOARD).byTab("same-origin").header("Sec-Purpose", "prefetch")))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none", "", "SAME-ORIGIN, cross-site"})
    @DisplayName("[R27] without Origin only our own site may ask")
    void whenAnotherSiteAsksWithoutAnOrigin_thenItIsRefused(String site) {
        assertThat(problem(guard, Asking.get("/token").bySdk().header("Sec-Fetch-Site", site)))
                .isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @Test
    @DisplayName("[R27] old browsers and plain HTTP send nothing: fine, the answer is unreadable elsewhere")
    void whenNothingIsSaidOfTheSite_thenItMayAsk() {
        assertThat(guard.judge(Asking.get("/token").asked())).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @MethodSource("hostileOrigins")
    @DisplayName("[R25] an origin that is not listed is refused, and may not read why")
    void whenTheOriginIsNotListed_thenItIsRefusedUnreadably(String origin) {
        Verdict.Refused refused = refused(guard, Asking.get("/token").header("Origin", origin));
        assertThat(refused.failure().problem()).isEqualTo(Problem.ORIGIN_REFUSED);
        assertThat(refused.readableBy()).isEmpty();
    }

    @Test
    void whenTheOriginIsSentTwice_thenItIsRefused() {
        assertThat(problem(guard, Asking.get("/token").header("Origin", LISTED, LISTED)))
                .isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whenTheOriginIsListed_thenItMayAskFromAnySite(String site) {
        Verdict verdict = guard.judge(Asking.get("/token")
                .bySdk()
                .header("Sec-Fetch-Site", site)
                .header("Origin", LISTED)
                .asked());
        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict.readableBy()).contains(LISTED);
    }

    @Test
    void whenAListedOriginIsRefused_thenItMayReadWhy() {
        Verdict verdict = guard.judge(
                Asking.get("/token").query("x=1").header("Origin", LISTED).asked());
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict.readableBy()).contains(LISTED);
    }

    @Test
    void whenNoPublicUrlIsConfigured_thenTheRequestsOwnOriginMayAsk() {
        assertThat(guard.judge(Asking.get("/token")
                        .header("Origin", "https://own.example")
                        .asked()))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whenAPublicUrlIsConfigured_thenOnlyItsOriginIsOurs() {
        Guard behindProxy = guard(Optional.of(URI.create("https://Public.example:443/ts-token")), false);
        assertThat(behindProxy.judge(Asking.get("/token")
                        .header("Origin", "https://public.example")
                        .asked()))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(problem(behindProxy, Asking.get("/token").header("Origin", "https://own.example")))
                .isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @Test
    void whenAListedOriginAsksFirst_thenThePreflightSaysWhatItMaySend() {
        Verdict.Answered answered = (Verdict.Answered) guard.judge(preflight(LISTED));
        assertThat(answered.answer().status()).isEqualTo(204);
        assertThat(answered.answer().headers())
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .containsEntry("Access-Control-Max-Age", "600");
        assertThat(answered.readableBy()).contains(LISTED);
    }

    @ParameterizedTest
    @MethodSource("hostileOrigins")
    @DisplayName("[R26] a preflight of an origin that is not listed is refused")
    void whenAnotherOriginAsksFirst_thenThePreflightIsRefused(String origin) {
        Verdict.Refused refused = (Verdict.Refused) guard.judge(preflight(origin));
        assertThat(refused.failure().problem()).isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void whenANavigationBeginsHere_thenItMayGoOn(String site) {
        assertThat(guard.judge(Asking.get(LIVEBOARD).byTab(site).asked())).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site"})
    @DisplayName("[R24] a navigation that another site began is refused unless that is allowed")
    void whenANavigationBeginsElsewhere_thenItIsRefusedUnlessAllowed(String site) {
        assertThat(problem(guard, Asking.get(LIVEBOARD).byTab(site))).isEqualTo(Problem.ORIGIN_REFUSED);
        assertThat(guard(Optional.empty(), true)
                        .judge(Asking.get(LIVEBOARD).byTab(site).asked()))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void whenSomebodyOpensWhoamiInATab_thenItIsShownUnlessAnotherSiteSentThem() {
        assertThat(guard.judge(Asking.get("/whoami").byTab("none").asked())).isInstanceOf(Verdict.Passed.class);
        assertThat(problem(guard, Asking.get("/whoami").byTab("cross-site"))).isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/health/live", "/health/ready", "/openapi.json", "/client.js"})
    void whenThereIsNothingToProtect_thenAnySiteMayLinkHere(String path) {
        assertThat(guard.judge(Asking.get(path).byTab("cross-site").asked())).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/token,username=tsadmin",
        "/token,groups=admins",
        "/token,validity=9",
        "/token,auto_create=true",
        "/token,col1=x",
        "/token,Object=x",
        "/token,object[]=x",
        "/whoami,org=1",
        LIVEBOARD + ",redirect_url=https://evil.example",
        LIVEBOARD + ",fresh=true",
        LIVEBOARD + ",object=x",
        LIVEBOARD + ",rd=//evil.example",
        LIVEBOARD + ",target=x"
    })
    @DisplayName("[R16][R19] a parameter that does not exist is refused by name")
    void whenAParameterDoesNotExist_thenItIsRefused(String path, String query) {
        assertThat(problem(guard, Asking.get(path).query(query))).isEqualTo(Problem.UNKNOWN_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/client.js", "/health", "/health/live", "/openapi.json"})
    void whenNothingDependsOnParameters_thenAnyMayBeThere(String path) {
        assertThat(guard.judge(Asking.get(path).query("v=1.2&utm_source=x").asked()))
                .isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org=1&org=2", "object=a&object=a", "org=%zz", "org=%ff", "org=%", "fresh=true&fresh=true"})
    @DisplayName("[R30] a parameter that is repeated or malformed is refused")
    void whenAParameterIsRepeatedOrMalformed_thenItIsRefused(String query) {
        assertThat(problem(guard, Asking.get("/token").query(query))).isEqualTo(Problem.BAD_PARAMETER);
    }

    @Test
    @DisplayName("[R68] more parameters than anybody needs are refused")
    void whenThereAreVeryManyParameters_thenTheyAreRefused() {
        assertThat(problem(guard, Asking.get(LIVEBOARD).query("val1=x&".repeat(300) + "val1=x")))
                .isEqualTo(Problem.BAD_PARAMETER);
    }

    @Test
    void whenAScriptOfOursSignsOut_thenItMay() {
        assertThat(guard.judge(Asking.of("POST", "/logout")
                        .bySdk()
                        .header("X-Requested-By", "x")
                        .asked()))
                .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    @DisplayName("[R28] what changes something needs a header that no form can send, and an origin of ours")
    void whenAFormOrAnotherSiteSignsOut_thenItIsRefused() {
        Asking logout = Asking.of("POST", "/logout");
        assertThat(problem(guard, logout.bySdk())).isEqualTo(Problem.CSRF);
        assertThat(problem(guard, logout.header("X-Requested-By", "x").header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(Problem.ORIGIN_REFUSED);
        assertThat(problem(guard, Asking.get("/logout").bySdk().header("X-Requested-By", "x")))
                .isEqualTo(Problem.METHOD_NOT_ALLOWED);
    }

    private static Asked preflight(String origin) {
        return Asking.of("OPTIONS", "/token")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .asked();
    }

    private static Verdict.Refused refused(Guard guard, Asking asking) {
        return (Verdict.Refused) guard.judge(asking.asked());
    }

    private static Problem problem(Guard guard, Asking asking) {
        return refused(guard, asking).failure().problem();
    }

    private static Guard guard(Optional<URI> publicUrl, boolean allowCrossSite) {
        RedirectConfig redirect = new RedirectConfig(
                URI.create("https://thoughtspot.example"),
                "/login",
                RedirectConfig.Mode.GET,
                Duration.ofMinutes(1),
                true,
                allowCrossSite,
                List.of("'self'"),
                Map.of());
        return new Guard(
                new WebConfig(publicUrl, Set.of(LISTED), Optional.empty(), Set.of(), List.of()), redirect, false);
    }
}
