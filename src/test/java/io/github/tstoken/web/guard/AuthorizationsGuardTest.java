package io.github.tstoken.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.config.WebConfig;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for what of other providers' tokens. */
class AuthorizationsGuardTest {
    private static final String TOKEN = "/authorizations/github/token";
    private static final String AUTHORIZE = "/authorizations/github/authorize";
    private static final String CALLBACK = "/authorizations/github/callback";

    private final Guard guard = new Guard(
            new WebConfig(Optional.empty(), Set.of("https://app.example"), Optional.empty(), Set.of(), List.of()),
            new RedirectConfig(
                    URI.create("https://thoughtspot.example"),
                    "/login",
                    RedirectConfig.Mode.GET,
                    Duration.ofMinutes(1),
                    true,
                    false,
                    List.of("'self'"),
                    Map.of()),
            false);

    @ParameterizedTest
    @CsvSource({
        "GET,/authorizations,AUTHORIZATIONS",
        "HEAD,/authorizations,AUTHORIZATIONS",
        "GET,/authorizations/github/token,ACCESS_TOKEN",
        "POST,/authorizations/github/token,ACCESS_TOKEN",
        "POST,/authorizations/github/authorize,AUTHORIZE",
        "DELETE,/authorizations/github,CONNECTION",
        "GET,/admin/people/bob/authorizations,PEOPLE",
        "DELETE,/admin/people/bob/authorizations,PEOPLE",
        "GET,/admin/store/re-encrypt,RE_ENCRYPT",
        "POST,/admin/store/re-encrypt,RE_ENCRYPT"
    })
    void whenAScriptOfOursAsks_thenItMay(String method, String path, Route route) {
        Verdict verdict = guard.judge(
                Asking.of(method, path).bySdk().header("X-Requested-By", "x").asked());
        assertThat(((Verdict.Passed) verdict).route()).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/authorizations/github/token",
        "POST,/authorizations/github/authorize",
        "DELETE,/authorizations/github",
        "DELETE,/admin/people/bob/authorizations",
        "POST,/admin/store/re-encrypt"
    })
    @DisplayName("[R28] what changes something needs a header that no form can send, and an origin of ours")
    void whenAFormOrAnotherSiteChangesSomething_thenItIsRefused(String method, String path) {
        Asking asking = Asking.of(method, path);
        assertThat(problem(asking.bySdk())).isEqualTo(Problem.CSRF);
        assertThat(problem(asking.bySdk()
                        .header("X-Requested-By", "x")
                        .header("Origin", "https://evil.example")
                        .header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,/authorizations/github/token",
        "HEAD,/authorizations/github/authorize",
        "HEAD,/authorizations/github/callback",
        "HEAD,/authorizations/github",
        "GET,/authorizations/github",
        "POST,/authorizations/github",
        "POST,/authorizations",
        "DELETE,/authorizations",
        "DELETE,/authorizations/github/token",
        "POST,/authorizations/github/callback",
        "POST,/admin/people/bob/authorizations",
        "DELETE,/admin/store/re-encrypt"
    })
    void whenTheMethodIsNotOffered_thenItIsNotAllowed(String method, String path) {
        assertThat(problem(Asking.of(method, path).bySdk().header("X-Requested-By", "x")))
                .isEqualTo(Problem.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authorizations/",
                "/authorizations/github/",
                "/authorizations/github/tokens",
                "/authorizations/github/token/",
                "/authorizations/github/token/x",
                "/authorizations/x/y/token",
                "/authorizations/%67ithub/token",
                "/authorizations/..%2fgithub/token",
                "/authorizations//token",
                "/admin/people/authorizations",
                "/admin/people//authorizations",
                "/admin/people/bob",
                "/admin/people/bob/authorizations/",
                "/admin/people/%2e%2e/authorization",
                "/admin/people/bob;x/authorizations",
                "/admin/store/re-encrypt/",
                "/admin/%73tore/re-encrypt",
                "/admin/store",
                "/admin/people/b%c0%afb/authorizations"
            })
    @DisplayName("[R13] another spelling of a path is never served")
    void whenAPathIsSpeltOtherwise_thenItIsRefused(String path) {
        assertThat(problem(Asking.get(path).bySdk())).isIn(Problem.BAD_PATH, Problem.NOT_FOUND);
    }

    @Test
    void whenAPersonIsNamed_thenTheNameIsDecodedOnce() {
        Verdict verdict = guard.judge(Asking.get("/admin/people/b%C3%B6b%20o%40x%2525/authorizations")
                .bySdk()
                .asked());
        assertThat(((Verdict.Passed) verdict).segments())
                .containsExactly("admin", "people", "b\u00f6b o@x%25", "authorizations");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose,prefetch", "Sec-Fetch-Dest,document", "Sec-Fetch-Dest,iframe", "Sec-Fetch-Mode,navigate"})
    @DisplayName("[R18] what is not a script's fetch gets no token")
    void whenItIsNotAFetch_thenThereIsNoToken(String header, String value) {
        assertThat(problem(Asking.get(TOKEN).bySdk().header(header, value))).isEqualTo(Problem.NOT_A_FETCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "/authorizations", "/admin/people/bob/authorizations", "/admin/store/re-encrypt"})
    @DisplayName(
            "[D11] [R25] an origin that is not listed is refused, and may not read why; a listed one may, with credentials")
    void whenAnotherOriginAsks_thenItIsRefused(String path) {
        Verdict refused = guard.judge(
                Asking.get(path).header("Origin", "https://evil.example").asked());
        assertThat(refused).isInstanceOf(Verdict.Refused.class);
        assertThat(refused.readableBy()).isEmpty();
        Verdict passed = guard.judge(
                Asking.get(path).header("Origin", "https://app.example").asked());
        assertThat(passed).isInstanceOf(Verdict.Passed.class);
        assertThat(passed.readableBy()).contains("https://app.example");
    }

    @Test
    void whenConnectingBegins_thenTheNavigationBeginsHere() {
        assertThat(guard.judge(Asking.get(AUTHORIZE).byTab("same-origin").asked()))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(guard.judge(Asking.get(AUTHORIZE).byTab("none").asked())).isInstanceOf(Verdict.Passed.class);
        assertThat(problem(Asking.get(AUTHORIZE).byTab("cross-site"))).isEqualTo(Problem.ORIGIN_REFUSED);
        assertThat(problem(Asking.get(AUTHORIZE).byTab("same-origin").header("Purpose", "prefetch")))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @Test
    void whenAPersonComesBack_thenItIsFromAnySiteAndWithWhateverTheProviderSays() {
        Asking callback = Asking.get(CALLBACK).query("state=a&code=b&iss=c&session_state=d");
        assertThat(guard.judge(callback.byTab("cross-site").asked())).isInstanceOf(Verdict.Passed.class);
        assertThat(problem(callback.byTab("cross-site").header("Sec-Purpose", "prefetch")))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose,prefetch", "Sec-Fetch-Dest,iframe", "Sec-Fetch-Dest,image", "Sec-Fetch-Mode,navigate"})
    @DisplayName("[R18] what is neither a script's fetch nor a tab gets no list")
    void whenItIsNeitherAFetchNorATab_thenThereIsNoList(String header, String value) {
        assertThat(problem(Asking.get("/authorizations").bySdk().header(header, value)))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @Test
    void whenTheBrowserOnlyGuessesATab_thenThereIsNoList() {
        assertThat(problem(Asking.get("/authorizations").byTab("none").header("Sec-Purpose", "prefetch")))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @Test
    void whenSomebodyOpensTheListInATab_thenItIsShownUnlessAnotherSiteSentThem() {
        assertThat(guard.judge(Asking.get("/authorizations").byTab("none").asked()))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(problem(Asking.get("/authorizations").byTab("cross-site"))).isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        TOKEN + ",minimum=60",
        TOKEN + ",provider=x",
        "/authorizations,user=alice",
        AUTHORIZE + ",return_url=/app",
        AUTHORIZE + ",redirect_uri=/app",
        "/admin/people/bob/authorizations,dry-run=true"
    })
    @DisplayName("[R16] a parameter that does not exist is refused by name")
    void whenAParameterDoesNotExist_thenItIsRefused(String path, String query) {
        assertThat(problem(Asking.get(path).query(query))).isEqualTo(Problem.UNKNOWN_PARAMETER);
    }

    private Problem problem(Asking asking) {
        return ((Verdict.Refused) guard.judge(asking.asked())).failure().problem();
    }
}
