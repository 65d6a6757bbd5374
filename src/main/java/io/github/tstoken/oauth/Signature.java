package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** What is signed, once the signature is right. Pure. */
final class Signature {
    private Signature() {}

    /**
     * The claims of a token.
     *
     * @param key the one key that its header can mean
     * @throws InvalidTokenException when there is none, or the signature is wrong
     */
    static JsonNode claims(JWSObject signed, Optional<JWK> key) throws InvalidTokenException {
        if (key.isEmpty()) {
            throw new InvalidTokenException("the issuer has no one key that fits its header");
        }
        if (!isRight(signed, key.get())) {
            throw new InvalidTokenException("its signature is wrong");
        }
        return Json.object(signed.getPayload().toString())
                .orElseThrow(() -> new InvalidTokenException("its claims are malformed"));
    }

    private static boolean isRight(JWSObject signed, JWK key) {
        try {
            return signed.verify(new DefaultJWSVerifierFactory()
                    .createJWSVerifier(signed.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
        } catch (JOSEException | RuntimeException cannotBeVerified) {
            return false;
        }
    }
}
