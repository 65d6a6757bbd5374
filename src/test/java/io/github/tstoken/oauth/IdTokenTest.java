package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import io.github.tstoken.testkit.TokenSigner;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ID tokens, right and wrong, in the answer to a flow whose every other step is right. */
class IdTokenTest {
    private static final Pattern TIME = Pattern.compile("\\$now([+-][0-9]+)");
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}";
    private static RunningProvider provider;
    private static Client client;

    @BeforeAll
    static void start() {
        provider = RunningProvider.start();
        client = Client.of(provider);
    }

    @AfterEach
    void getWell() {
        provider.behaviour().isWell();
    }

    @AfterAll
    static void stop() {
        client.close();
        provider.close();
    }

    static List<String> wrong() {
        return Corpus.read("id-tokens-wrong.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("[R61] each way for an ID token to be wrong is refused for its own reason")
    void whenAnIdTokenIsWrong_thenTheFlowIsInvalidForThatReason(String row) {
        String[] columns = row.split("\\|", 5);
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        String idToken = columns[3].equals("AS-IS")
                ? columns[1] + columns[2]
                : TokenSigner.valueOf(columns[3]).sign(columns[1], claims(columns[2], request));
        Map<String, List<String>> answer = Client.visit(request);
        answersWith(idToken);

        OAuthFailure failure = Client.failureOf(() -> client.redeem(request, answer));

        assertThat(failure).hasMessage("the ID token is refused: " + columns[4]);
        assertThat(failure.kind()).isEqualTo(Kind.FLOW_INVALID);
        assertThat(failure.getMessage()).doesNotContain(idToken, "eyJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$good}",
                "{$good,\"azp\":\"ts-token\"}",
                "{$iss,\"aud\":[\"ts-token\"],$sub,$exp,$iat,$nonce}",
                "{$iss,\"aud\":[\"another\",\"ts-token\"],\"azp\":\"ts-token\",$sub,$exp,$iat,$nonce}",
                "{$iss,$aud,$sub,\"exp\":$now-50,$iat,$nonce}",
                "{$iss,$aud,$sub,$exp,\"iat\":$now+50,$nonce}",
                "{$good,\"at_hash\":\"9MKET0Y7WpOlF96BtnoJyA\"}"
            })
    void whenAnIdTokenIsRight_thenItsClaimsComeOut(String claims) {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        Map<String, List<String>> answer = Client.visit(request);
        answersWith(TokenSigner.RIGHT.sign(HEADER, claims(claims, request)));

        assertThat(client.redeem(request, answer).claims().orElseThrow().values("sub"))
                .containsExactly("bob");
    }

    @Test
    void whenAnIdTokenIsHuge_thenItIsNotEvenRead() {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        Map<String, List<String>> answer = Client.visit(request);
        answersWith(TokenSigner.RIGHT.sign(HEADER, claims("{$good,\"x\":\"" + "x".repeat(20_000) + "\"}", request)));

        assertThat(Client.failureOf(() -> client.redeem(request, answer)))
                .hasMessage("the ID token is refused: it is not a signed token");
    }

    @Test
    void whenThereIsNoIdToken_thenTheFlowIsInvalid() {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        Map<String, List<String>> answer = Client.visit(request);
        provider.behaviour()
                .answersAt("/token", 200, "application/json", "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}");

        assertThat(Client.failureOf(() -> client.redeem(request, answer)).kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    void whenARefreshBringsAnotherPerson_thenItIsRefused() {
        IssuedTokens tokens = client.connect();
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        answersWith(TokenSigner.RIGHT.sign(HEADER, claims("{$good}", request)));

        OAuthFailure failure = Client.failureOf(() -> client.refresh(tokens));

        assertThat(failure).hasMessage("the ID token is refused: its sub is another person");
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private static void answersWith(String idToken) {
        provider.behaviour()
                .answersAt(
                        "/token",
                        200,
                        "application/json",
                        "{\"access_token\":\"access-1\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
    }

    private static String claims(String text, AuthorizationRequest request) {
        String nonce = request.secrets().nonce().reveal();
        String members = text.replace("$good", "$iss,$aud,$sub,$exp,$iat,$nonce")
                .replace("$issuer", provider.issuer())
                .replace("$iss", "\"iss\":\"" + provider.issuer() + "\"")
                .replace("$aud", "\"aud\":\"ts-token\"")
                .replace("$sub", "\"sub\":\"bob\"")
                .replace("$exp", "\"exp\":$now+300")
                .replace("$iat", "\"iat\":$now+0")
                .replace("$nonce", "\"nonce\":\"" + nonce + "\"")
                .replace("$n\"", nonce + "\"")
                .replace("$long", "x".repeat(256));
        return TIME.matcher(members)
                .replaceAll(time -> Long.toString(Instant.now().getEpochSecond() + Long.parseLong(time.group(1))));
    }
}
