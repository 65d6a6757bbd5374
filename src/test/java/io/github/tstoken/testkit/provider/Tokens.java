package io.github.tstoken.testkit.provider;

import io.github.tstoken.testkit.TokenIssuer;
import io.github.tstoken.testkit.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** The signed tokens of the provider, and the keys to them. */
final class Tokens {
    private final String issuer;
    private volatile boolean rotated;

    Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** Signs with a new key from now on; the old one stays published. */
    void rotateKeys() {
        rotated = true;
    }

    String keySet() {
        return rotated ? TokenIssuer.keySetWithANewKey() : TokenIssuer.keySet();
    }

    String idToken(Grant grant, String accessToken, boolean withNonce) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"" + issuer + "\",\"sub\":\"sub-of-" + grant.person + "\",\"aud\":\"" + grant.client
                + "\",\"iat\":" + now + ",\"exp\":" + (now + 300) + ",\"sid\":\"" + grant.session
                + "\",\"at_hash\":\"" + hash(accessToken) + "\",\"preferred_username\":\"" + grant.person
                + "\",\"email\":\"" + grant.person + "@example.com\",\"email_verified\":true,\"roles\":[\"reader\"]"
                + grant.nonce
                        .filter(any -> withNonce)
                        .map(nonce -> ",\"nonce\":\"" + nonce + "\"")
                        .orElse("") + "}";
        return sign(claims, "JWT");
    }

    String logoutToken(String client, String members) {
        long now = Instant.now().getEpochSecond();
        return sign(
                "{\"iss\":\"" + issuer + "\",\"aud\":\"" + client + "\",\"iat\":" + now + ",\"exp\":" + (now + 120)
                        + ",\"jti\":\"jti-" + System.nanoTime()
                        + "\",\"events\":{\"http://schemas.openid.net/event/backchannel-logout\":{}}," + members + "}",
                "logout+jwt");
    }

    private String sign(String claims, String type) {
        TokenSigner signer = rotated ? TokenSigner.OTHER : TokenSigner.RIGHT;
        String key = rotated ? "rsa-2" : "rsa-1";
        return signer.sign("{\"alg\":\"RS256\",\"kid\":\"" + key + "\",\"typ\":\"" + type + "\"}", claims);
    }

    /** OpenID Connect Core section 3.1.3.6. */
    private static String hash(String accessToken) {
        byte[] digest = sha256(accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
