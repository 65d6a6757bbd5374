package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has to work with every real provider, which rotates refresh tokens and ends a grant whose used one comes again. */
interface RealProviderContract {
    /** A client that bob's browser works for. */
    Client client();

    /** Sends bob's browser there; where it came back to. */
    URI visit(URI address);

    /** A whole flow of bob. */
    default IssuedTokens connect(Client client) {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        return client.redeem(request, answer(request));
    }

    default Map<String, List<String>> answer(AuthorizationRequest request) {
        return Client.parameters(visit(request.address()).getRawQuery());
    }

    @Test
    default void whenBobConnects_thenThereAreTokensOfBob() {
        IssuedTokens tokens = connect(client());

        assertThat(tokens.refreshToken()).isPresent();
        assertThat(tokens.claims().orElseThrow().values("email")).containsExactly("bob@example.com");
        assertThat(tokens.scopes()).contains("openid", "email", "offline_access");
        assertThat(tokens.expiresAt())
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(301));
    }

    @Test
    default void whenAUsedRefreshTokenComesAgain_thenTheGrantHasEnded() {
        IssuedTokens first = connect(client());
        IssuedTokens second = client().refresh(first);

        assertThat(second.refreshToken().orElseThrow().reveal())
                .isNotEqualTo(first.refreshToken().orElseThrow().reveal());
        assertThat(second.claims().orElseThrow().values("sub"))
                .isEqualTo(first.claims().orElseThrow().values("sub"));
        assertThat(Client.failureOf(() -> client().refresh(first)).kind()).isEqualTo(Kind.GRANT_ENDED);
        assertThat(Client.failureOf(() -> client().refresh(second)).kind()).isEqualTo(Kind.GRANT_ENDED);
    }

    @Test
    default void whenTheTokenIsRevoked_thenTheGrantHasEnded() {
        IssuedTokens tokens = connect(client());

        assertThat(client().server.canRevoke()).isTrue();
        Client.result(client().server.revoke(tokens.refreshToken().orElseThrow(), TokenType.REFRESH_TOKEN));

        assertThat(Client.failureOf(() -> client().refresh(tokens)).kind()).isEqualTo(Kind.GRANT_ENDED);
        Client.result(client().server.revoke(tokens.refreshToken().orElseThrow(), TokenType.REFRESH_TOKEN));
    }

    @Test
    default void whenTheAnswerIsThatToAnotherFlow_thenItIsRefused() {
        AuthorizationRequest one = client().server.begin(Client.CALLBACK);
        AuthorizationRequest other = client().server.begin(Client.CALLBACK);

        assertThat(Client.failureOf(() -> client().redeem(other, answer(one))).kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    default void whenACodeComesAgain_thenItIsRefused() {
        AuthorizationRequest request = client().server.begin(Client.CALLBACK);
        Map<String, List<String>> answer = answer(request);
        client().redeem(request, answer);

        assertThat(Client.failureOf(() -> client().redeem(request, answer)).kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    default void whenTheCodeWasGivenToAnotherVerifier_thenItIsRefused() {
        AuthorizationRequest request = client().server.begin(Client.CALLBACK);
        FlowSecrets stolen = new FlowSecrets(
                request.secrets().state(),
                request.secrets().nonce(),
                client().server.begin(Client.CALLBACK).secrets().codeVerifier());

        assertThat(Client.failureOf(() ->
                                client().redeem(new AuthorizationRequest(request.address(), stolen), answer(request)))
                        .kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    default void whenTheSignInIsToEndAtTheProvider_thenItIsSentBack() {
        IssuedTokens tokens = connect(client());
        URI back = URI.create("https://app.example.com/ts-token/");

        assertThat(client().server.endSession(tokens.idToken(), Optional.of(back)))
                .isPresent();
    }
}
