package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.testkit.identity.KeycloakServer;
import io.github.tstoken.testkit.identity.ScriptedBrowser;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenID Provider that many have. */
class KeycloakIT implements RealProviderContract {
    private static final SigningKey KEY = SigningKey.make();
    private static KeycloakServer keycloak;
    private static ProviderConfig config;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        keycloak = KeycloakServer.start();
        config = Client.config(Client.discovered(keycloak.issuer()), Client.secret(KeycloakServer.SECRET));
        client = Client.of(config);
    }

    @AfterAll
    static void stop() {
        client.close();
        keycloak.close();
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public URI visit(URI address) {
        return new ScriptedBrowser("bob", "bobs-password").visit(address, Client.CALLBACK);
    }

    @Test
    void whenTheProviderSignsWithANewKey_thenOldAndNewTokensAreGood() {
        IssuedTokens before = connect(client);
        keycloak.addSigningKey();

        try (Client later = Client.of(config)) {
            IssuedTokens after = connect(later);
            assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
            assertThat(later.refresh(before).claims()).isPresent();
        }
    }

    private static String keyOf(IssuedTokens tokens) {
        String idToken = tokens.idToken().orElseThrow().reveal();
        return idToken.substring(0, idToken.indexOf('.'));
    }

    @Test
    void whenTheClientSigns_thenTheProviderKnowsIt() throws IOException {
        keycloak.addSigningClient("ts-token-signing", KEY.publicKeys());

        try (Client signing =
                Client.of(Client.config(Client.discovered(keycloak.issuer()), KEY.client("ts-token-signing")))) {
            IssuedTokens tokens = connect(signing);
            assertThat(signing.refresh(tokens).refreshToken()).isPresent();
        }
    }
}
