package io.github.tstoken.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key in PEM (RFC 7468 section 10). */
public final class PrivateKeyPem {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
    private static final int LEAST_RSA_BITS = 2048;
    private static final Set<Integer> CURVE_BITS = Set.of(256, 384, 521);

    private PrivateKeyPem() {}

    /** The key; empty when it is none, or one that no algorithm of {@link SigningAlgorithm} can sign with. */
    public static Optional<PrivateKey> read(Secret pem) {
        Matcher matcher = PEM.matcher(pem.reveal());
        return matcher.matches() ? der(matcher.group(1)).flatMap(PrivateKeyPem::key) : Optional.empty();
    }

    private static Optional<byte[]> der(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(byte[] der) {
        return key("RSA", der).or(() -> key("EC", der)).filter(PrivateKeyPem::isStrong);
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException isAnother) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(PrivateKey key) {
        return (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS)
                || (key instanceof ECPrivateKey curved
                        && CURVE_BITS.contains(curved.getParams().getOrder().bitLength()));
    }
}
