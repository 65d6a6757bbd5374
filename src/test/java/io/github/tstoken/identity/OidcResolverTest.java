package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcResolverTest {
    private static final String BOB =
            "{\"sub\":[\"1\"],\"email\":[\"bob@example.com\"],\"realm_access.roles\":[\"analyst\",\"other\"]";

    private static HttpServletRequest withClaims(String claims) {
        return FakeRequest.ofNobody().withSession(session(claims)).toServlet();
    }

    private static Map<String, Object> session(Object claims) {
        Map<String, Object> session = new HashMap<>();
        session.put("tstoken.oidc.id", Fingerprint.of("some sign-in").hex());
        session.put("tstoken.oidc.claims", claims);
        session.put("tstoken.oidc.signed-in-at", "1795780800000");
        return session;
    }

    private static Optional<Caller> resolve(HttpServletRequest request, String usernameClaim, SignInWatch watch) {
        ClaimedPerson persons =
                new ClaimedPerson(usernameClaim, Optional.of("realm_access.roles"), Set.of("analyst", "admin"));
        return new OidcResolver(persons, watch).resolve(request);
    }

    private static Caller bob(String usernameClaim, String more) {
        return resolve(withClaims(BOB + more + "}"), usernameClaim, signIn -> true)
                .orElseThrow();
    }

    @Test
    @DisplayName("[R1] nobody signed in: no session is made")
    void whenThereIsNoSession_thenNobodyIsSignedIn() {
        assertThat(resolve(FakeRequest.ofNobody().toServlet(), "sub", signIn -> true))
                .isEmpty();
    }

    @Test
    void whenTheSessionHasNothingOfOurs_thenNobodyIsSignedIn() {
        HttpServletRequest request =
                FakeRequest.ofNobody().withSession(Map.of("user", "bob")).toServlet();
        assertThat(resolve(request, "sub", signIn -> true)).isEmpty();
    }

    @Test
    void whenSomebodyIsSignedIn_thenTheClaimsSayWhoAndWithWhichRoles() {
        Caller caller = bob("sub", ",\"department\":[\"Sales\"]");
        assertThat(caller.name()).isEqualTo("1");
        assertThat(caller.source()).isEqualTo("oidc");
        assertThat(caller.roles()).containsExactly("analyst");
        assertThat(caller.claims()).containsEntry("department", List.of("Sales"));
        assertThat(caller.signIn().orElseThrow().session()).isEqualTo(Fingerprint.of("some sign-in"));
    }

    @Test
    @DisplayName("[R7] a sign-in that has ended is nobody's")
    void whenTheSignInHasEnded_thenNobodyIsSignedIn() {
        assertThat(resolve(withClaims(BOB + "}"), "sub", signIn -> false)).isEmpty();
    }

    @Test
    void whenTheAddressIsVerified_thenItIsAName() {
        assertThat(bob("email", ",\"email_verified\":[\"true\"]").name()).isEqualTo("bob@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"email_verified\":[\"false\"]", ",\"email_verified\":[\"true\",\"true\"]"})
    void whenTheAddressIsNotVerified_thenItIsNoName(String more) {
        assertThat(bob("email", more).name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferred_username", "realm_access.roles"})
    void whenTheClaimIsMissingOrHasSeveralValues_thenThereIsNoName(String claim) {
        assertThat(bob(claim, "").name()).isEmpty();
    }

    @Test
    @DisplayName("[R6] a session that somebody else has written to is not nobody")
    void whenTheSessionHasSomethingElse_thenItCannotBeFoundOut() {
        HttpServletRequest request =
                FakeRequest.ofNobody().withSession(session(7)).toServlet();
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> resolve(request, "sub", signIn -> true));
    }
}
