package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.github.tstoken.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whether an ID token, whose signature is right, is the one that was asked for: the sentences of OpenID Connect Core section
 * 3.1.3.7, by their numbers. Pure.
 *
 * @param issuer the issuer, as its metadata have it
 * @param clientId our name there
 * @param nonce what was sent with the flow; empty for a refresh, whose ID token "SHOULD NOT have a nonce Claim" (section 12.2)
 * @param subject whose ID token the one before was; empty for the first
 */
record IdTokenRules(String issuer, String clientId, Optional<Secret> nonce, Optional<String> subject) {
    /** OpenID Connect Core section 2: "It MUST NOT exceed 255 ASCII [RFC20] characters in length." */
    private static final int LONGEST_SUBJECT = 255;

    /**
     * Checks the claims.
     *
     * @param algorithm by which the token is signed
     * @param accessToken what came with it
     * @throws InvalidTokenException which names the claim, and never its value
     */
    void check(JsonNode claims, JWSAlgorithm algorithm, Secret accessToken, Instant now) throws InvalidTokenException {
        // 2. iss "MUST exactly match", 3. aud "MUST [...] contain its client_id",
        // 9. "The current time MUST be before [...] exp".
        ClaimRules.check(claims, issuer, clientId, now);
        // 3. "MUST be rejected if [...] it contains additional audiences not trusted by the Client":
        // none is, without an azp that says that the token was made for us.
        boolean hasOthers = claims.path("aud").size() > 1;
        ClaimRules.require(!hasOthers || claims.has("azp"), "its aud has more than one, and it has no azp");
        // 5. "If an azp (authorized party) Claim is present, the Client SHOULD verify that its client_id is the
        // Claim Value."
        ClaimRules.require(
                !claims.has("azp") || ClaimRules.isText(claims.path("azp"), clientId), "its azp is not this client");
        // Section 2: "iat REQUIRED."
        ClaimRules.require(claims.has("iat"), "it has no iat");
        checkSubject(claims.path("sub"));
        checkNonce(claims.path("nonce"));
        checkHash(claims.path("at_hash"), algorithm, accessToken);
    }

    private void checkSubject(JsonNode sub) throws InvalidTokenException {
        String text = sub.asText();
        boolean ascii = text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        ClaimRules.require(
                sub.isTextual() && !text.isBlank() && ascii && text.length() <= LONGEST_SUBJECT,
                "its sub names nobody");
        // Section 12.2: "its sub Claim Value MUST be the same as in the ID Token issued when the original
        // authentication occurred".
        ClaimRules.require(subject.isEmpty() || subject.get().equals(text), "its sub is another person");
    }

    /** 11. "a nonce Claim MUST be present and its value checked to verify that it is the same value as the one that was sent". */
    private void checkNonce(JsonNode given) throws InvalidTokenException {
        ClaimRules.require(
                nonce.isEmpty() || ClaimRules.isText(given, nonce.get().reveal()), "its nonce is not that of the flow");
    }

    /** Section 3.1.3.6: "the left-most half of the hash of the octets of the ASCII representation of the access_token value". */
    private static void checkHash(JsonNode given, JWSAlgorithm algorithm, Secret accessToken)
            throws InvalidTokenException {
        if (given.isMissingNode()) {
            return;
        }
        byte[] hash = hash(algorithm, accessToken.reveal());
        String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        ClaimRules.require(ClaimRules.isText(given, expected), "its at_hash is that of another access token");
    }

    /** "The hash algorithm used is the hash algorithm used in the alg Header Parameter": the digits of its name. */
    private static byte[] hash(JWSAlgorithm algorithm, String text) {
        try {
            return MessageDigest.getInstance("SHA-" + algorithm.getName().substring(2))
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
