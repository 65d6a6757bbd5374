package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.config.SigningAlgorithm;
import io.github.tstoken.oauth.JwtVerifier;
import io.github.tstoken.testkit.TokenIssuer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtResolverTest {
    private static final String HEADER = "X-Auth-Token";
    private static final FakeRequest NOBODY = FakeRequest.ofNobody();
    private static TokenIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void whenAValidTokenComes_thenItsPersonAsks() {
        Caller caller = ask(NOBODY.withHeader(HEADER, TokenIssuer.tokenFor("bob", "\"team\":[\"a\",\"b\"]")))
                .orElseThrow();
        assertThat(caller.name()).isEqualTo("bob");
        assertThat(caller.source()).isEqualTo("jwt");
        assertThat(caller.claims()).containsEntry("team", List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void whenTheTokenComesAsABearer_thenItsPersonAsks(String scheme) {
        assertThat(ask(NOBODY.withHeader("Authorization", scheme + TokenIssuer.tokenFor("bob"))))
                .map(Caller::name)
                .hasValue("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic Ym9iOmJvYg==", "Bearers x", "Negotiate", ""})
    void whenTheAuthorizationIsOfAnotherScheme_thenItNamesNobody(String value) {
        assertThat(ask(NOBODY.withHeader("Authorization", value))).isEmpty();
    }

    @Test
    void whenNoTokenComes_thenTheNextSourceIsAsked() {
        assertThat(ask(FakeRequest.of("alice"))).map(Caller::name).hasValue("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "e30.e30.e30"})
    @DisplayName("[R61] who shows a token that is not valid is nobody, though another source would know them")
    void whenTheTokenIsNotValid_thenNoOtherSourceIsAsked(String token) {
        assertRefused(FakeRequest.of("alice").withHeader(HEADER, token));
    }

    @Test
    void whenABearerHasNoToken_thenItIsNotValid() {
        assertRefused(FakeRequest.of("alice").withHeader("Authorization", "Bearer"));
    }

    @Test
    void whenTwoTokensCome_thenNeitherCounts() {
        String bob = TokenIssuer.tokenFor("bob");
        assertRefused(NOBODY.withHeader(HEADER, bob, TokenIssuer.tokenFor("alice")));
        assertRefused(NOBODY.withHeader(HEADER, bob).withHeader("Authorization", "Bearer " + bob));
    }

    @Test
    void whenOneHeaderIsConfigured_thenTheOthersAreNotLookedAt() {
        JwtConfig config = config("sub", List.of("Cf-Access-Jwt-Assertion"));
        assertThat(ask(config, NOBODY.withHeader(HEADER, TokenIssuer.tokenFor("bob"))))
                .isEmpty();
        assertThat(ask(config, NOBODY.withHeader("Cf-Access-Jwt-Assertion", TokenIssuer.tokenFor("bob"))))
                .isPresent();
    }

    @Test
    void whenTheTokenHasRoles_thenThoseThatMatterAreThePersons() {
        String token = TokenIssuer.tokenFor("bob", "\"realm_access\":{\"roles\":[\"analyst\",\"uninteresting\"]}");
        assertThat(ask(NOBODY.withHeader(HEADER, token)).orElseThrow().roles()).containsExactly("analyst");
    }

    @Test
    void whenTheContainerKnowsRoles_thenTheyAreNotThoseOfTheToken() {
        FakeRequest request = FakeRequest.of("alice").withRoles("analyst");
        assertThat(ask(request.withHeader(HEADER, TokenIssuer.tokenFor("bob")))
                        .orElseThrow()
                        .roles())
                .isEmpty();
    }

    @Test
    void whenTheSameTokenComesAgain_thenItIsTheSameSignIn() {
        String first = TokenIssuer.tokenFor("bob", "\"jti\":\"1\"");
        String second = TokenIssuer.tokenFor("bob", "\"jti\":\"2\"");
        assertThat(signIn(first)).isPresent().isEqualTo(signIn(first)).isNotEqualTo(signIn(second));
    }

    @Test
    void whenTheNameIsAnAddressThatNobodyHasVerified_thenThereIsNoName() {
        JwtConfig byAddress = config("email", List.of(HEADER));
        String address = "\"email\":\"bob@example.com\"";
        assertThat(ask(byAddress, NOBODY.withHeader(HEADER, TokenIssuer.tokenFor("1", address))))
                .map(Caller::name)
                .hasValue("");
        String verified = TokenIssuer.tokenFor("1", address, "\"email_verified\":true");
        assertThat(ask(byAddress, NOBODY.withHeader(HEADER, verified)))
                .map(Caller::name)
                .hasValue("bob@example.com");
    }

    @Test
    @DisplayName("[R6] without keys nobody can say whether a token is valid")
    void whenTheKeysAreNotToBeHad_thenIdentityIsUnavailable() {
        try (TokenIssuer away = TokenIssuer.start()) {
            away.answersWith(500);
            JwtConfig config = new JwtConfig(
                    List.of(HEADER),
                    TokenIssuer.ISSUER,
                    TokenIssuer.AUDIENCE,
                    away.keys(),
                    Set.of(SigningAlgorithm.RS256),
                    "sub",
                    Optional.empty());
            assertThatExceptionOfType(IdentityUnavailableException.class)
                    .isThrownBy(() -> ask(config, NOBODY.withHeader(HEADER, TokenIssuer.tokenFor("bob"))));
        }
    }

    private static Optional<SignInId> signIn(String token) {
        return ask(NOBODY.withHeader(HEADER, token)).orElseThrow().signIn();
    }

    private static void assertRefused(FakeRequest request) {
        assertThatExceptionOfType(InvalidCredentialException.class).isThrownBy(() -> ask(request));
    }

    private static Optional<Caller> ask(FakeRequest request) {
        return ask(config("sub", List.of(HEADER, "Authorization")), request);
    }

    private static Optional<Caller> ask(JwtConfig config, FakeRequest request) {
        try (JwtVerifier verifier = JwtVerifier.open(config, Clock.systemUTC())) {
            Map<String, CallerResolver> sources = new LinkedHashMap<>();
            sources.put("jwt", new JwtResolver(config, Set.of("analyst", "admin"), verifier));
            sources.put("principal", new PrincipalResolver(new CallerFacts(Set.of(), Set.of())));
            return new Identification(sources, SignInIds.inside(), Optional.empty()).identify(request.toServlet());
        }
    }

    private static JwtConfig config(String usernameClaim, List<String> headers) {
        return new JwtConfig(
                headers,
                TokenIssuer.ISSUER,
                TokenIssuer.AUDIENCE,
                issuer.keys(),
                Set.of(SigningAlgorithm.RS256),
                usernameClaim,
                Optional.of("realm_access.roles"));
    }
}
