package io.github.tstoken.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.PrivateKeyPem;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretRing;
import java.net.URI;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;

/** How we prove to a server that we are the client that it knows (OpenID Connect Core section 9). */
final class ClientProof {
    private final ClientRegistration client;

    ClientProof(ClientRegistration client) {
        this.client = client;
    }

    ClientID id() {
        return new ClientID(client.clientId());
    }

    /** The secrets by which we are known, or the private key; empty for a public client. */
    Optional<SecretRing> secrets() {
        return client.secret()
                .or(client::privateKey)
                .map(first -> new SecretRing(first, client.nextSecret(), () -> {}));
    }

    /**
     * What goes with one request.
     *
     * @param audience the server, as it calls itself
     */
    ClientAuthentication with(Secret secret, URI audience) {
        com.nimbusds.oauth2.sdk.auth.Secret password = new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal());
        return switch (client.method()) {
            case CLIENT_SECRET_BASIC -> new ClientSecretBasic(id(), password);
            case CLIENT_SECRET_POST -> new ClientSecretPost(id(), password);
            case PRIVATE_KEY_JWT -> signed(PrivateKeyPem.read(secret).orElseThrow(), audience);
            case NONE -> throw new IllegalStateException("a public client has no secret");
        };
    }

    private ClientAuthentication signed(PrivateKey key, URI audience) {
        try {
            return new PrivateKeyJWT(id(), audience, algorithm(key), key, null, null);
        } catch (JOSEException e) {
            throw new OAuthFailure(OAuthFailure.Kind.UNAVAILABLE, "the private key cannot sign");
        }
    }

    private static JWSAlgorithm algorithm(PrivateKey key) {
        if (!(key instanceof ECPrivateKey curved)) {
            return JWSAlgorithm.RS256;
        }
        return switch (curved.getParams().getOrder().bitLength()) {
            case 256 -> JWSAlgorithm.ES256;
            case 384 -> JWSAlgorithm.ES384;
            default -> JWSAlgorithm.ES512;
        };
    }
}
