package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackTest {
    private static RunningProvider provider;
    private static Client client;

    @BeforeAll
    static void start() {
        provider = RunningProvider.start();
        client = Client.of(provider);
    }

    @AfterAll
    static void stop() {
        client.close();
        provider.close();
    }

    static List<String> wrong() {
        return Corpus.read("callbacks-wrong.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("[R58] [R30] what is not the answer to the flow is refused, and the token endpoint is not asked")
    void whenTheAnswerIsNotTheOneToTheFlow_thenNobodyIsAsked(String row) {
        String[] columns = row.split("\\|", 4);
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        String code = Client.visit(request).get("code").get(0);
        String other = client.server.begin(Client.CALLBACK).secrets().state().reveal();
        String query = columns[1]
                .replace("$state", request.secrets().state().reveal())
                .replace("$other", other)
                .replace("$code", code)
                .replace("$iss", URLEncoder.encode(provider.issuer(), StandardCharsets.UTF_8));
        int calls = provider.counts().tokenCalls.get();

        OAuthFailure failure = Client.failureOf(() -> client.redeem(request, Client.parameters(query)));

        assertThat(failure.kind()).isEqualTo(Kind.valueOf(columns[2]));
        assertThat(failure.getMessage()).endsWith(columns[3]).doesNotContain(code, other, "forged", "evil");
        assertThat(provider.counts().tokenCalls).hasValue(calls);
    }

    @Test
    void whenTheProviderDoesNotSayThatItNamesItself_thenItNeedNot_butMustNotNameAnother() {
        provider.behaviour().namesItself = false;
        try (Client quiet = Client.of(provider)) {
            AuthorizationRequest request = quiet.server.begin(Client.CALLBACK);
            Map<String, List<String>> answer = Client.visit(request);
            Map<String, List<String>> named = new LinkedHashMap<>(answer);
            named.put("iss", List.of("https://evil.example"));

            assertThat(answer).doesNotContainKey("iss");
            assertThat(Client.failureOf(() -> quiet.redeem(request, named)).kind())
                    .isEqualTo(Kind.FLOW_INVALID);
            assertThat(quiet.redeem(request, answer).claims()).isPresent();
        } finally {
            provider.behaviour().namesItself = true;
        }
    }

    @Test
    void whenThePersonDoesNotAgree_thenThatIsSaid() {
        provider.behaviour().refusal = Optional.of("access_denied");
        try {
            assertThat(Client.failureOf(() -> client.connect()).kind()).isEqualTo(Kind.DENIED);
        } finally {
            provider.behaviour().refusal = Optional.empty();
        }
    }

    @Test
    void whenTheCodeIsRedeemedTwice_thenTheSecondIsRefused() {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        Map<String, List<String>> answer = Client.visit(request);
        client.redeem(request, answer);

        assertThat(Client.failureOf(() -> client.redeem(request, answer)).kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }

    @Test
    void whenTheVerifierIsThatOfAnotherFlow_thenTheProviderRefuses() {
        AuthorizationRequest request = client.server.begin(Client.CALLBACK);
        FlowSecrets other = client.server.begin(Client.CALLBACK).secrets();
        FlowSecrets mixed =
                new FlowSecrets(request.secrets().state(), request.secrets().nonce(), other.codeVerifier());

        assertThat(Client.failureOf(() -> client.redeem(
                                new AuthorizationRequest(request.address(), mixed), Client.visit(request)))
                        .kind())
                .isEqualTo(Kind.FLOW_INVALID);
    }
}
