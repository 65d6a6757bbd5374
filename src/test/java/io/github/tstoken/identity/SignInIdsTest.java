package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignInIdsTest {
    private static final String COOKIE = "JSESSIONIDSSO";
    private static final String VALUE = "canary-sso-5f1e";

    @Test
    void whenTheSessionIsTheSame_thenTheSignInIsTheSame() {
        assertThat(inside("bob", "one")).isPresent().isEqualTo(inside("bob", "one"));
        assertThat(inside("bob", "one")).isNotEqualTo(inside("bob", "two"));
    }

    @Test
    @DisplayName("[R14] another person in the same session is another sign-in")
    void whenAnotherPersonHasTheSession_thenItIsAnotherSignIn() {
        assertThat(inside("bob", "one")).isNotEqualTo(inside("alice", "one"));
    }

    @Test
    void whenASessionEnds_thenItsSignInsAreKnownByIt() {
        assertThat(inside("bob", "one").orElseThrow().session()).isEqualTo(SignInIds.ofSession("one"));
    }

    @Test
    void whenThereIsNoSession_thenThereIsNoSignInToTellApart() {
        FakeRequest request = FakeRequest.of("bob").withCookies(new Cookie(COOKIE, VALUE));
        assertThat(SignInIds.inside().of(request.toServlet(), caller("bob"))).isEmpty();
    }

    @Test
    void whenTheServerSharesTheSignIn_thenItsCookieTellsItFromOthers() {
        assertThat(beside("bob", new Cookie(COOKIE, VALUE)))
                .isPresent()
                .isEqualTo(beside("bob", new Cookie(COOKIE, VALUE)));
        assertThat(beside("bob", new Cookie(COOKIE, VALUE))).isNotEqualTo(beside("alice", new Cookie(COOKIE, VALUE)));
        assertThat(beside("bob", new Cookie(COOKIE, VALUE))).isNotEqualTo(beside("bob", new Cookie(COOKIE, "other")));
    }

    @Test
    void whenTheCookieIsMissingOrAmbiguous_thenThereIsNoSignInToTellApart() {
        assertThat(beside("bob")).isEmpty();
        assertThat(beside("bob", new Cookie("JSESSIONID", VALUE))).isEmpty();
        assertThat(beside("bob", new Cookie(COOKIE, VALUE), new Cookie(COOKIE, "other")))
                .isEmpty();
    }

    @Test
    @DisplayName("[R33] the text of a sign-in id says nothing")
    void whenASignInIsWritten_thenNothingOfItShows() {
        assertThat(beside("bob", new Cookie(COOKIE, VALUE)).orElseThrow())
                .hasToString("SignInId[session=Fingerprint[redacted], person=Fingerprint[redacted]]");
    }

    private static Optional<SignInId> inside(String name, String session) {
        FakeRequest request = FakeRequest.of(name).withSession(Map.of(FakeRequest.ID, session));
        return SignInIds.inside().of(request.toServlet(), caller(name));
    }

    private static Optional<SignInId> beside(String name, Cookie... cookies) {
        return SignInIds.beside(COOKIE, Optional.empty())
                .of(FakeRequest.of(name).withCookies(cookies).toServlet(), caller(name));
    }

    private static Caller caller(String name) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of());
    }
}
