package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretSource;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthServerTest {
    private final RunningProvider provider = RunningProvider.start();
    private Client client;

    @BeforeEach
    void start() {
        client = Client.of(provider);
    }

    @AfterEach
    void stop() {
        client.close();
        provider.close();
    }

    @Test
    void whenAPersonConnects_thenThereAreTokens() {
        IssuedTokens tokens = client.connect();

        assertThat(tokens.accessToken().reveal()).startsWith("access-bob");
        assertThat(tokens.refreshToken().orElseThrow().reveal()).startsWith("refresh-bob");
        assertThat(tokens.claims().orElseThrow().values("preferred_username")).containsExactly("bob");
        assertThat(tokens.idToken()).isPresent();
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "email", "offline_access");
        assertThat(tokens.expiresAt()).isCloseTo(Instant.now().plusSeconds(300), within(10, ChronoUnit.SECONDS));
        assertThat(tokens.toString()).doesNotContain("access-bob", "refresh-bob", "eyJ");
    }

    @Test
    void whenAFlowBegins_thenTheAddressHasEverythingThatProtectsIt() {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        Map<String, List<String>> query = Client.parameters(request.address().getRawQuery());

        assertThat(query)
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of(RunningProvider.CLIENT))
                .containsEntry("redirect_uri", List.of(Client.CALLBACK.toString()))
                .containsEntry("scope", List.of("openid email offline_access"))
                .containsEntry("prompt", List.of("consent"))
                .containsEntry("state", List.of(request.secrets().state().reveal()))
                .containsEntry("nonce", List.of(request.secrets().nonce().reveal()))
                .containsEntry("code_challenge_method", List.of("S256"))
                .hasEntrySatisfying(
                        "code_challenge",
                        values -> assertThat(values.get(0))
                                .hasSize(43)
                                .isNotEqualTo(request.secrets().codeVerifier().reveal()));
        assertThat(client.server.begin(Client.CALLBACK).secrets().state().reveal())
                .hasSizeGreaterThanOrEqualTo(43)
                .isNotEqualTo(request.secrets().state().reveal());
        assertThat(request.secrets().toString())
                .doesNotContain(request.secrets().state().reveal());
    }

    @Test
    void whenAnEndpointHasAQueryOfItsOwn_thenItIsKept() {
        try (Client plain = Client.of(Client.config(
                new ProviderEndpoints.Named(
                        URI.create(provider.issuer() + "/authorize?access_type=offline"),
                        provider.endpoint("/token"),
                        Optional.empty()),
                Client.secret(RunningProvider.SECRET)))) {
            assertThat(Client.parameters(
                            plain.server.begin(Client.CALLBACK).address().getRawQuery()))
                    .containsEntry("access_type", List.of("offline"))
                    .containsKey("state");
        }
    }

    @Test
    void whenTheTokenIsRefreshed_thenTheNewRefreshTokenComesOut_andTheOldOneEndsTheGrant() {
        IssuedTokens first = client.connect();
        IssuedTokens second = client.refresh(first);

        assertThat(second.accessToken().reveal())
                .isNotEqualTo(first.accessToken().reveal());
        assertThat(second.refreshToken().orElseThrow().reveal())
                .isNotEqualTo(first.refreshToken().orElseThrow().reveal());
        assertThat(second.claims()).isPresent();
        assertThat(Client.failureOf(() -> client.refresh(first)).kind()).isEqualTo(Kind.GRANT_ENDED);
        assertThat(Client.failureOf(() -> client.refresh(second)).kind()).isEqualTo(Kind.GRANT_ENDED);
        assertThat(provider.counts().reuses).hasValue(1);
    }

    @Test
    @DisplayName("[R53] without rotation the answer has no refresh token")
    void whenTheProviderDoesNotRotate_thenThereIsNoNewRefreshToken() {
        provider.behaviour().rotates = false;
        provider.behaviour().idTokenAtRefresh = false;
        IssuedTokens first = client.connect();

        IssuedTokens second = client.refresh(first);

        assertThat(second.refreshToken()).isEmpty();
        assertThat(second.claims()).isEmpty();
        assertThat(client.refresh(first).accessToken().reveal())
                .isNotEqualTo(second.accessToken().reveal());
    }

    @Test
    @DisplayName("[R62] a new signing key is found, and the old one stays good")
    void whenTheProviderRotatesItsKeys_thenBothVerify() {
        IssuedTokens before = client.connect();
        provider.rotateKeys();

        // The keys were fetched just now, and a token must not make us ask again and again.
        OAuthFailure failure = Client.failureOf(() -> client.connect());
        assertThat(failure.kind()).isEqualTo(Kind.FLOW_INVALID);
        assertThat(failure).hasMessageContaining("no one key");
        try (Client later = Client.of(provider)) {
            assertThat(later.connect().claims()).isPresent();
            assertThat(later.refresh(before).claims()).isPresent();
        }
        assertThat(provider.counts().keyFetches).hasValue(2);
    }

    @Test
    @DisplayName("[R54] a provider that is down says nothing of the grant")
    void whenTheProviderIsDown_thenTheGrantIsUntouched() {
        IssuedTokens tokens = client.connect();
        provider.behaviour().answersAt("/token", 503, "text/html", "<h1>invalid_grant</h1>");

        assertThat(Client.failureOf(() -> client.refresh(tokens)).kind()).isEqualTo(Kind.UNAVAILABLE);

        provider.behaviour().isWell();
        assertThat(client.refresh(tokens).accessToken()).isNotNull();
    }

    @Test
    void whenTheProviderIsTooSlow_thenTheStageEndsInTime() {
        IssuedTokens tokens = client.connect();
        provider.behaviour().fastest = Duration.ofSeconds(60);
        provider.behaviour().slowest = Duration.ofSeconds(60);

        long begin = System.nanoTime();
        OAuthFailure failure = Client.failureOf(() -> client.refresh(tokens));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Client.TIMEOUT, Client.TIMEOUT.plusSeconds(3));
    }

    @Test
    void whenItIsClosed_thenEveryStageFailsAsUnavailable() {
        IssuedTokens tokens = client.connect();
        client.close();

        assertThat(Client.failureOf(() -> client.refresh(tokens)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
    void whenTheSecretHasSpecialCharacters_thenItArrivesAsItIs(ClientAuthMethod method) {
        String secret = "a:b%c+d&e=ä/\"\\~";
        provider.knows(RunningProvider.CLIENT, secret);
        try (Client special = Client.of(Client.config(
                Client.discovered(provider), Client.registration(method, Optional.of(secret), Optional.empty())))) {
            assertThat(special.connect().refreshToken()).isPresent();
        }
    }

    @Test
    void whenTheClientIsPublic_thenPkceHasToDo() {
        provider.knows(RunningProvider.CLIENT);
        try (Client open = Client.of(Client.config(
                Client.discovered(provider),
                Client.registration(ClientAuthMethod.NONE, Optional.empty(), Optional.empty())))) {
            IssuedTokens tokens = open.connect();
            assertThat(open.refresh(tokens).refreshToken()).isPresent();
            Client.result(open.server.revoke(tokens.accessToken(), TokenType.ACCESS_TOKEN));
            assertThat(provider.counts().revocations).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256"})
    void whenTheClientSigns_thenTheProviderKnowsIt(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        provider.knows(RunningProvider.CLIENT, pair.getPublic());
        provider.knows(RunningProvider.CLIENT, "not-known");
        try (Client signing = Client.of(Client.config(Client.discovered(provider), byKey(pair)))) {
            IssuedTokens tokens = signing.connect();
            assertThat(signing.refresh(tokens).refreshToken()).isPresent();
            assertThat(provider.counts().strangers).hasValue(0);
        }
    }

    private static ClientRegistration byKey(KeyPair pair) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new ClientRegistration(
                RunningProvider.CLIENT,
                ClientAuthMethod.PRIVATE_KEY_JWT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SecretSource.of(Secret.of(pem))));
    }

    @Test
    void whenTheSecretIsRefused_thenTheNextOneIsTriedOnceAndSticks() {
        provider.knows(RunningProvider.CLIENT, "new-secret");
        try (Client rotating = Client.of(Client.config(
                Client.discovered(provider),
                Client.registration(
                        ClientAuthMethod.CLIENT_SECRET_BASIC, Optional.of("old-secret"), Optional.of("new-secret"))))) {
            IssuedTokens tokens = rotating.connect();
            assertThat(provider.counts().strangers).hasValue(1);

            rotating.refresh(tokens);
            assertThat(provider.counts().strangers).hasValue(1);

            provider.knows(RunningProvider.CLIENT, "another-secret");
            assertThat(Client.failureOf(() -> rotating.connect()))
                    .hasMessageContaining("invalid_client")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
            assertThat(provider.counts().strangers).hasValue(3);
        }
    }

    @Test
    void whenTheServerIsLikeGitHub_thenItWorksAllTheSame() {
        provider.behaviour().openId = false;
        provider.behaviour().likeGitHub = true;
        provider.behaviour().namesItself = false;
        provider.behaviour().expiresIn = Optional.empty();
        try (Client plain = Client.of(Client.config(
                Client.named(provider), Client.secret(RunningProvider.SECRET), List.of("repo", "user")))) {
            IssuedTokens tokens = plain.connect();
            assertThat(tokens.scopes()).containsExactlyInAnyOrder("repo", "user");
            assertThat(tokens.claims()).isEmpty();
            assertThat(tokens.expiresAt()).isCloseTo(Instant.now().plusSeconds(3600), within(10, ChronoUnit.SECONDS));

            provider.endGrantsOf("bob");
            assertThat(Client.failureOf(() -> plain.refresh(tokens)).kind()).isEqualTo(Kind.GRANT_ENDED);
        }
    }

    @Test
    @DisplayName("[R53] RFC 6749 section 6: a refresh without a word of scopes changes none")
    void whenARefreshDoesNotSayWhatIsGranted_thenThatIsWhatWasGrantedBefore() {
        provider.behaviour().agreesTo = Optional.of("openid");
        IssuedTokens tokens = client.connect();
        assertThat(tokens.scopes()).containsExactly("openid");

        provider.behaviour().saysScope = false;
        assertThat(client.refresh(tokens).scopes()).containsExactly("openid");
    }

    @Test
    void whenATokenIsRevoked_thenTheProviderForgetsIt() {
        IssuedTokens tokens = client.connect();

        assertThat(client.server.canRevoke()).isTrue();
        Client.result(client.server.revoke(tokens.refreshToken().orElseThrow(), TokenType.REFRESH_TOKEN));

        assertThat(provider.isGood(tokens.accessToken().reveal())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "400, true",
        "404, true",
        "405, true",
        "401, false",
        "429, false",
        "500, false",
        "503, false"
    })
    @DisplayName("[R55] only what may get better is tried again")
    void whenARevocationIsAnswered_thenTheStatusDecides(int status, boolean done) {
        provider.behaviour().answersAt("/revoke", status, "text/plain", "");

        OAuthFailure failure = Client.failureOf(
                () -> Client.result(client.server.revoke(Secret.of("token"), TokenType.REFRESH_TOKEN)));

        assertThat(failure == null).isEqualTo(done);
    }

    @Test
    void whenTheSignInIsToEndAtTheProvider_thenTheAddressHasTheHint() {
        IssuedTokens tokens = client.connect();

        URI address = client.server
                .endSession(tokens.idToken(), Optional.of(URI.create("https://app.example.com/ts-token/")))
                .orElseThrow();

        assertThat(address).hasPath("/end-session");
        assertThat(Client.parameters(address.getRawQuery()))
                .containsEntry(
                        "id_token_hint", List.of(tokens.idToken().orElseThrow().reveal()))
                .containsEntry("post_logout_redirect_uri", List.of("https://app.example.com/ts-token/"))
                .containsEntry("client_id", List.of(RunningProvider.CLIENT));
    }

    @Test
    void whenTheProviderEndsASignIn_thenTheLogoutTokenSaysWhose() {
        assertThat(client.server.verifyLogoutToken(
                        provider.logoutToken(RunningProvider.CLIENT, "\"sub\":\"sub-of-bob\",\"sid\":\"sid-1\"")))
                .isEqualTo(new LogoutToken(Optional.of("sub-of-bob"), Optional.of("sid-1")));
        assertThat(client.server.verifyLogoutToken(provider.logoutToken(RunningProvider.CLIENT, "\"sid\":\"sid-1\"")))
                .isEqualTo(new LogoutToken(Optional.empty(), Optional.of("sid-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sub\":\"\"",
                "\"sub\":\"bob\",\"nonce\":\"n\"",
                "\"sub\":1",
                "\"sub\":\"bob\",\"events\":{}",
                "\"x\":1"
            })
    void whenALogoutTokenIsWrong_thenItIsRefused(String members) {
        assertThat(Client.failureOf(() ->
                                client.server.verifyLogoutToken(provider.logoutToken(RunningProvider.CLIENT, members)))
                        .kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    void whenAnIdTokenComesAsALogoutToken_thenItEndsNothing() {
        String idToken = client.connect().idToken().orElseThrow().reveal();

        assertThat(Client.failureOf(() -> client.server.verifyLogoutToken(idToken))
                        .kind())
                .isEqualTo(Kind.FLOW_INVALID);
        assertThat(Client.failureOf(() -> client.server.verifyLogoutToken(
                                provider.logoutToken("another-client", "\"sub\":\"bob\"")))
                        .kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }
}
