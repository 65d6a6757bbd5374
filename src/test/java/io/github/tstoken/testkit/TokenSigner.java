package io.github.tstoken.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in which a token can be signed, right and wrong. */
public enum TokenSigner {
    /** RS256 with the key that is published as {@code rsa-1}. */
    RIGHT {
        @Override
        byte[] signature(byte[] input) throws GeneralSecurityException {
            return signed("SHA256withRSA", TokenIssuer.rsa().getPrivate(), input);
        }
    },
    /** RS256 with a key that is not published at first. */
    OTHER {
        @Override
        byte[] signature(byte[] input) throws GeneralSecurityException {
            return signed("SHA256withRSA", TokenIssuer.otherRsa().getPrivate(), input);
        }
    },
    /** ES256 with the key that is published as {@code ec-1}. */
    EC {
        @Override
        byte[] signature(byte[] input) throws GeneralSecurityException {
            return signed("SHA256withECDSAinP1363Format", TokenIssuer.ec().getPrivate(), input);
        }
    },
    /** HS256 with the text of the public key for a secret. */
    HMAC_OF_THE_PUBLIC_KEY {
        @Override
        byte[] signature(byte[] input) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TokenIssuer.rsa().getPublic().getEncoded(), "HmacSHA256"));
            return mac.doFinal(input);
        }
    },
    /** Only zeros, of the length that ES256 has. */
    ZEROS {
        @Override
        byte[] signature(byte[] input) {
            return new byte[64];
        }
    },
    /** Not at all. */
    NOBODY {
        @Override
        byte[] signature(byte[] input) {
            return new byte[0];
        }
    };

    abstract byte[] signature(byte[] input) throws GeneralSecurityException;

    private static byte[] signed(String algorithm, PrivateKey key, byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    /** A token in compact form, of a header and claims as they are. */
    public String sign(String header, String claims) {
        String input =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            return input + "." + base64(signature(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
