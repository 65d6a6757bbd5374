package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The public keys that an issuer has published and that can verify signatures.
 *
 * @param keys RSA keys of at least 2048 bits, and keys on the curves of RFC 7518
 */
record KeySet(List<JWK> keys) {
    private static final int MAX_KEYS = 100;
    private static final int LEAST_RSA_BITS = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    KeySet {
        keys = List.copyOf(keys);
    }

    /** The keys of a JWK Set (RFC 7517 section 5), without those that are of no use; empty when it is none or none is left. */
    static Optional<KeySet> parse(String json) {
        return Json.object(json)
                .map(set -> set.path("keys"))
                .filter(keys -> keys.isArray() && keys.size() <= MAX_KEYS)
                .map(KeySet::usable)
                .filter(keys -> !keys.isEmpty())
                .map(KeySet::new);
    }

    /** RFC 7517 section 5: implementations should ignore those that they do not understand. */
    private static List<JWK> usable(JsonNode keys) {
        return StreamSupport.stream(keys.spliterator(), false)
                .flatMap(key -> read(key).stream())
                .filter(KeySet::verifies)
                .toList();
    }

    private static Optional<JWK> read(JsonNode key) {
        try {
            return Optional.ofNullable(JWK.parse(key.toString()).toPublicJWK());
        } catch (ParseException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean verifies(JWK key) {
        boolean strong = (key instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS)
                || (key instanceof ECKey curved && CURVES.contains(curved.getCurve()));
        boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean forVerifying =
                key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
        return strong && forSignatures && forVerifying;
    }

    /** The one key that a token with this header can be signed with; empty when there is none, or more than one. */
    Optional<JWK> keyFor(JWSHeader header) {
        List<JWK> fitting = keys.stream().filter(key -> fits(key, header)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean fits(JWK key, JWSHeader header) {
        Algorithm only = key.getAlgorithm();
        return key.getKeyType().equals(KeyType.forAlgorithm(header.getAlgorithm()))
                && (only == null || only.equals(header.getAlgorithm()))
                && (header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                && (!(key instanceof ECKey curved)
                        || Curve.forJWSAlgorithm(header.getAlgorithm()).contains(curved.getCurve()));
    }
}
