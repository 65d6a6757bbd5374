package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretSource;
import io.github.tstoken.testkit.identity.OidcProviderServer;
import io.github.tstoken.testkit.identity.ScriptedBrowser;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The strict OpenID Provider of npm. */
class OidcProviderIT implements RealProviderContract {
    private static final SigningKey KEY = SigningKey.make();
    private static OidcProviderServer provider;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        provider = OidcProviderServer.start(Optional.of(KEY.publicKeys()));
        client = Client.of(Client.config(
                Client.discovered(provider.issuer()),
                new ClientRegistration(
                        OidcProviderServer.CLIENT,
                        ClientAuthMethod.CLIENT_SECRET_BASIC,
                        Optional.of(SecretSource.of(Secret.of(OidcProviderServer.SECRET))),
                        Optional.empty(),
                        Optional.empty())));
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            client.close();
            provider.close();
        }
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public URI visit(URI address) {
        return new ScriptedBrowser("bob", "").visit(address, Client.CALLBACK);
    }

    @Test
    void whenTheClientSigns_thenTheProviderKnowsIt() {
        try (Client signing = Client.of(
                Client.config(Client.discovered(provider.issuer()), KEY.client(OidcProviderServer.SIGNING_CLIENT)))) {
            IssuedTokens tokens = connect(signing);
            assertThat(signing.refresh(tokens).refreshToken()).isPresent();
        }
    }
}
