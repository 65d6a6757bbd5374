package io.github.tstoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tstoken.config.Secret;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.oauth.LogoutToken;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.store.FlowStore;
import io.github.tstoken.store.MemoryFlows;
import io.github.tstoken.store.PendingFlow;
import io.github.tstoken.store.ProviderId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OidcSignInsTest {
    private static final Optional<String> BROWSER = Optional.of("browser");

    private final ManualClock clock = new ManualClock();
    private final FakeProvider provider = new FakeProvider();
    private final FlowStore flows = new MemoryFlows(clock);
    private final List<Fingerprint> ended = new ArrayList<>();
    private final OidcSignIns signIns = new OidcSignIns(
            provider,
            flows,
            Optional.empty(),
            well -> {},
            URI.create("https://app.example/ts-token"),
            ended::add,
            clock);

    private static Map<String, List<String>> answer(String state) {
        return Map.of("state", List.of(state), "code", List.of("code"));
    }

    private URI begin(String returnTo) {
        return result(signIns.begin("browser", returnTo));
    }

    private void begin() {
        URI unused = begin("/");
    }

    private SignedIn complete(String state, Optional<String> browser) {
        return result(signIns.complete(answer(state), browser));
    }

    private static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof OAuthFailure known ? known : failure;
        }
    }

    private void endByProvider() {
        Void unused = result(signIns.endByProvider("good"));
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatExceptionOfType(OAuthFailure.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(OAuthFailure.Kind.FLOW_INVALID));
    }

    /** A sign-in that a session has. */
    private OidcSignIn signIn(String session, String claims) {
        OidcSignIn signIn =
                new OidcSignIn(Fingerprint.of(session), Claims.parse(claims).orElseThrow(), clock.instant());
        signIns.began(signIn, Secret.of("id-token-" + session));
        return signIn;
    }

    @Test
    void whenAPersonComesBack_thenTheyAreSignedInAndGoOnToWhereTheyWanted() {
        URI address = begin("/ts-token/embed/app");
        assertThat(address)
                .hasToString("https://id.example/authorize?redirect_uri=https://app.example/ts-token/login/callback");
        SignedIn signedIn = complete("state1", BROWSER);
        assertThat(signedIn.returnTo()).isEqualTo("/ts-token/embed/app");
        assertThat(signedIn.at()).isEqualTo(clock.instant());
        assertThat(Claims.parse(signedIn.claims()).orElseThrow().values("sub")).containsExactly("bob");
        assertThat(provider.redeemed).containsExactly("verifier1 https://app.example/ts-token/login/callback");
    }

    @Test
    @DisplayName("[R58] a state of nobody, used, of another browser or ended redeems nothing")
    void whenTheStateIsNotThisBrowsers_thenNothingIsRedeemed() {
        begin();
        begin();
        assertInvalid(() -> complete("unknown", BROWSER));
        assertInvalid(() -> complete("", BROWSER));
        assertInvalid(() -> result(signIns.complete(Map.of("code", List.of("code")), BROWSER)));
        assertInvalid(() -> result(signIns.complete(Map.of("error", List.of("access_denied")), BROWSER)));
        assertInvalid(() -> complete("state1", Optional.of("other")));
        assertInvalid(() -> complete("state1", BROWSER));
        clock.pass(Duration.ofMinutes(10));
        assertInvalid(() -> complete("state2", BROWSER));
        assertThat(provider.redeemed).isEmpty();
    }

    @Test
    @DisplayName("[R58] a browser without the cookie has no flow")
    void whenTheBrowserHasNoCookie_thenNothingIsRedeemed() {
        begin();
        assertInvalid(() -> complete("state1", Optional.empty()));
        assertThat(provider.redeemed).isEmpty();
    }

    @Test
    @DisplayName("[R58] the state of a connection is no sign-in")
    void whenTheStateIsOfAConnection_thenNothingIsRedeemed() {
        flows.begin(new PendingFlow(
                Optional.of(new ProviderId("google")),
                Optional.empty(),
                Optional.of("sign-in"),
                "browser",
                Secret.of("connecting"),
                Secret.of("nonce"),
                Secret.of("verifier"),
                "/",
                clock.instant().plusSeconds(60)));
        assertInvalid(() -> complete("connecting", BROWSER));
        assertThat(provider.redeemed).isEmpty();
    }

    @Test
    void whenTheClaimsAreTooManyForASession_thenTheFlowIsInvalid() {
        provider.claims = "{\"sub\":\"bob\",\"groups\":\"" + "g".repeat(33_000) + "\"}";
        begin();
        assertThat(signIns.complete(answer("state1"), BROWSER).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void whenTheProviderEndsASession_thenItsSignInIsOverAndNoOther() {
        OidcSignIn ends = signIn("a", "{\"sub\":\"bob\",\"sid\":\"s1\"}");
        OidcSignIn stays = signIn("b", "{\"sub\":\"bob\",\"sid\":\"s2\"}");
        endByProvider();
        assertThat(signIns.goesOn(ends)).isFalse();
        assertThat(signIns.goesOn(stays)).isTrue();
        assertThat(ended).containsExactly(ends.id());
    }

    @Test
    void whenTheProviderEndsAllSessionsOfAPerson_thenEachSignInIsOver() {
        provider.logoutToken = new LogoutToken(Optional.of("bob"), Optional.empty());
        OidcSignIn one = signIn("a", "{\"sub\":\"bob\",\"sid\":\"s1\"}");
        OidcSignIn two = signIn("b", "{\"sub\":\"bob\"}");
        OidcSignIn other = signIn("c", "{\"sub\":\"eve\",\"sid\":\"s1\"}");
        endByProvider();
        assertThat(List.of(one, two)).noneMatch(signIns::goesOn);
        assertThat(signIns.goesOn(other)).isTrue();
        assertThat(ended).containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void whenTheProviderNeverNamedTheSession_thenItsEndIsTheEndOfThePersonsSignIns() {
        OidcSignIn unnamed = signIn("a", "{\"sub\":\"bob\"}");
        endByProvider();
        assertThat(signIns.goesOn(unnamed)).isFalse();
    }

    @Test
    void whenAPersonSignsInAgainAfterTheEnd_thenThatSignInGoesOn() {
        endByProvider();
        clock.pass(Duration.ofMillis(1));
        assertThat(signIns.goesOn(signIn("a", "{\"sub\":\"bob\",\"sid\":\"s1\"}")))
                .isTrue();
    }

    @Test
    void whenALogoutTokenIsWrong_thenNobodysSignInEnds() {
        OidcSignIn stays = signIn("a", "{\"sub\":\"bob\",\"sid\":\"s1\"}");
        assertInvalid(() -> signIns.endByProvider("bad"));
        assertThat(signIns.goesOn(stays)).isTrue();
    }

    @Test
    void whenASignInIsADayOld_thenItIsOver() {
        OidcSignIn signIn = signIn("a", "{\"sub\":\"bob\"}");
        clock.pass(Duration.ofHours(24));
        assertThat(signIns.goesOn(signIn)).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(signIns.goesOn(signIn)).isFalse();
    }

    @Test
    void whenAPersonSignsOut_thenTheProviderIsToldWhoByTheIdToken() {
        OidcSignIn signIn = signIn("a", "{\"sub\":\"bob\"}");
        assertThat(signIns.end(signIn))
                .contains(URI.create("https://id.example/end?hint=id-token-a&then=https://app.example/ts-token/"));
    }

    @Test
    void whenTheSignInIsFromBeforeARestart_thenTheProviderIsToldWithoutAnIdToken() {
        OidcSignIn signIn = new OidcSignIn(
                Fingerprint.of("a"), Claims.parse("{\"sub\":\"bob\"}").orElseThrow(), clock.instant());
        assertThat(signIns.goesOn(signIn)).isTrue();
        assertThat(signIns.end(signIn).orElseThrow()).hasQuery("hint=none&then=https://app.example/ts-token/");
    }
}
