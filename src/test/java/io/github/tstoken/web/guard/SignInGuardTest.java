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

class SignInGuardTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Guard guard = guard(true);

    private static Guard guard(boolean signsIn) {
        RedirectConfig redirect = new RedirectConfig(
                URI.create("https://thoughtspot.example"),
                "/login",
                RedirectConfig.Mode.GET,
                Duration.ofMinutes(1),
                true,
                false,
                List.of("'self'"),
                Map.of());
        return new Guard(
                new WebConfig(Optional.empty(), Set.of(), Optional.empty(), Set.of(), List.of()), redirect, signsIn);
    }

    private void assertPasses(Asking asking) {
        assertThat(guard.judge(asking.asked())).isInstanceOf(Verdict.Passed.class);
    }

    private static Problem problem(Guard guard, Asking asking) {
        return ((Verdict.Refused) guard.judge(asking.asked())).failure().problem();
    }

    private static Asking logout() {
        return Asking.of("POST", "/login/backchannel-logout").header("Content-Type", FORM);
    }

    @ParameterizedTest
    @CsvSource({"GET,/login", "GET,/login/callback", "POST,/login/backchannel-logout", "OPTIONS,/login", "HEAD,/login"})
    void whenNobodySignsInHere_thenThereIsNothing(String method, String path) {
        Asking asking = Asking.of(method, path).header("Content-Type", FORM);
        assertThat(problem(guard(false), asking)).isEqualTo(Problem.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,/login",
        "POST,/login",
        "HEAD,/login/callback",
        "POST,/login/callback",
        "GET,/login/backchannel-logout"
    })
    @DisplayName("[R12] a sign-in begins and ends by GET alone, and HEAD does nothing")
    void whenTheMethodIsNotOffered_thenItIsNotAllowed(String method, String path) {
        assertThat(problem(guard, Asking.of(method, path).byTab("same-origin"))).isEqualTo(Problem.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "same-site", "cross-site", "none"})
    void whenANavigationBeginsAnywhere_thenItMaySignIn(String site) {
        assertPasses(Asking.get("/login").byTab(site));
        assertPasses(Asking.get("/login/callback").query("state=a&code=b").byTab(site));
    }

    @Test
    void whenABrowserTellsNothingOfItself_thenItMaySignIn() {
        assertPasses(Asking.get("/login"));
    }

    @ParameterizedTest
    @CsvSource({"cors,empty", "no-cors,image", "no-cors,script", "websocket,empty"})
    void whenAnotherSitesPageLoadsIt_thenItIsRefused(String mode, String destination) {
        Asking asking = Asking.get("/login")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination);
        assertThat(problem(guard, asking)).isEqualTo(Problem.ORIGIN_REFUSED);
    }

    @Test
    void whenAScriptOfOursAsks_thenItIsLetThroughToHearThatNobodyIsSignedIn() {
        assertPasses(Asking.get("/login").bySdk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/callback"})
    @DisplayName("[R18] a guess of the browser begins no sign-in")
    void whenItIsPrefetched_thenItIsRefused(String path) {
        assertThat(problem(guard, Asking.get(path).byTab("none").header("Sec-Purpose", "prefetch;prerender")))
                .isEqualTo(Problem.NOT_A_FETCH);
    }

    @ParameterizedTest
    @CsvSource({"/login,return_url=/", "/login,state=a", "/login/backchannel-logout,logout_token=a"})
    void whenAParameterDoesNotExist_thenItIsRefused(String path, String query) {
        Asking asking = path.equals("/login") ? Asking.get(path).byTab("none") : logout();
        assertThat(problem(guard, asking.query(query))).isEqualTo(Problem.UNKNOWN_PARAMETER);
    }

    @Test
    void whenAProviderSaysMoreThanIsKnown_thenThatIsIgnored() {
        assertPasses(Asking.get("/login/callback")
                .query("state=a&code=b&session_state=c&hd=d&x")
                .byTab("cross-site"));
    }

    @Test
    @DisplayName("[R30] what the provider says does not repeat")
    void whenTheAnswerRepeatsAParameter_thenItIsRefused() {
        assertThat(problem(
                        guard,
                        Asking.get("/login/callback")
                                .query("state=a&state=b&code=c")
                                .byTab("cross-site")))
                .isEqualTo(Problem.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "Application/X-WWW-Form-URLencoded; charset=UTF-8"})
    void whenAProviderSendsAForm_thenItIsTakenWithoutFurtherHeaders(String type) {
        assertPasses(logout().header("Content-Type", type));
        assertPasses(logout().header("Content-Type", type).header("Origin", "https://id.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "text/plain",
                "multipart/form-data; boundary=a",
                "application/x-www-form-urlencoded2",
                FORM + ", " + FORM
            })
    void whenAProviderSendsAnythingElse_thenItIsOfTheWrongType(String type) {
        assertThat(problem(guard, logout().header("Content-Type", type))).isEqualTo(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
}
