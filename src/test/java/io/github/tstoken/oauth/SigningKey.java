package io.github.tstoken.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretSource;
import java.util.Base64;
import java.util.Optional;

/** The key of a client that signs. */
record SigningKey(ECKey key) {
    static SigningKey make() {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyID("client-key")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the provider has to know. */
    String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    /** The client of this name. */
    ClientRegistration client(String id) {
        try {
            String pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(key.toECPrivateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            return new ClientRegistration(
                    id,
                    ClientAuthMethod.PRIVATE_KEY_JWT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(SecretSource.of(Secret.of(pem))));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
