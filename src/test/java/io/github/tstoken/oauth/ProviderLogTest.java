package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.testkit.FinestLog;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderLogTest {
    @ParameterizedTest
    @EnumSource(names = {"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
    @DisplayName("[R64] no log, ours or the HTTP client's, has a client secret, a code or a token")
    void whenEveryLogIsOnAtItsFinest_thenNothingSecretIsInIt(ClientAuthMethod method) {
        try (RunningProvider provider = RunningProvider.start();
                FinestLog http = FinestLog.of("org.apache.hc");
                FinestLog ours = FinestLog.of("io.github.tstoken");
                Client client = Client.of(Client.config(
                        Client.discovered(provider),
                        Client.registration(method, Optional.of(RunningProvider.SECRET), Optional.empty())))) {
            AuthorizationRequest request = client.server.begin(Client.CALLBACK);
            IssuedTokens first = client.redeem(request, Client.visit(request));
            IssuedTokens second = client.refresh(first);
            Client.result(client.server.revoke(second.refreshToken().orElseThrow(), TokenType.REFRESH_TOKEN));
            Client.failureOf(() -> client.refresh(second));

            assertThat(http.lines()).isNotEmpty();
            List<String> secrets = List.of(
                    RunningProvider.SECRET,
                    base64(RunningProvider.CLIENT + ":" + RunningProvider.SECRET),
                    first.accessToken().reveal(),
                    first.refreshToken().orElseThrow().reveal(),
                    first.idToken().orElseThrow().reveal(),
                    second.accessToken().reveal(),
                    request.secrets().codeVerifier().reveal(),
                    request.secrets().state().reveal());
            assertThat(secrets).allSatisfy(secret -> {
                assertThat(http.lines()).noneMatch(line -> FinestLog.hasPartOf(secret, line));
                assertThat(ours.lines()).noneMatch(line -> FinestLog.hasPartOf(secret, line));
            });
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
