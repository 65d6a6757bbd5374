package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import io.github.tstoken.config.SigningAlgorithm;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a token's compact form and its header. Nothing of either is believed: the header only says which key to try. */
final class CompactToken {
    private static final int MAX_LENGTH = 16 * 1024;

    /** RFC 7515 section 3.1: three parts. Of no other alphabet: Nimbus would skip what is none of it. */
    private static final Pattern THREE_PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** By these a token would bring the key along that it is to be verified with. */
    private static final Set<String> KEYS_OF_ITS_OWN = Set.of("jwk", "jku", "x5u");

    private CompactToken() {}

    /**
     * Reads a token.
     *
     * @param types what {@code typ} may be when it is there, in lower case
     * @throws InvalidTokenException when it is not one that could be valid, whatever its signature
     */
    static JWSObject read(String text, Set<SigningAlgorithm> algorithms, Set<String> types)
            throws InvalidTokenException {
        if (text.length() > MAX_LENGTH || !THREE_PARTS.matcher(text).matches()) {
            throw new InvalidTokenException("it is not a signed token");
        }
        checkHeader(header(text.substring(0, text.indexOf('.'))), algorithms, types);
        try {
            return JWSObject.parse(text);
        } catch (ParseException | RuntimeException malformed) {
            throw new InvalidTokenException("its header is malformed");
        }
    }

    private static JsonNode header(String part) throws InvalidTokenException {
        try {
            String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            return Json.object(json).orElseThrow(() -> new InvalidTokenException("its header is malformed"));
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidTokenException("its header is malformed");
        }
    }

    private static void checkHeader(JsonNode header, Set<SigningAlgorithm> algorithms, Set<String> types)
            throws InvalidTokenException {
        String algorithm = header.path("alg").asText();
        if (algorithms.stream().map(SigningAlgorithm::name).noneMatch(algorithm::equals)) {
            throw new InvalidTokenException("its alg is not one of those that are allowed");
        }
        // RFC 7515 section 4.1.11: what "crit" lists and we do not understand makes the token invalid; we understand
        // nothing.
        if (header.has("crit")) {
            throw new InvalidTokenException("its header has crit");
        }
        if (KEYS_OF_ITS_OWN.stream().anyMatch(header::has)) {
            throw new InvalidTokenException("its header brings a key of its own");
        }
        if (header.has("typ") && !types.contains(header.get("typ").asText().toLowerCase(Locale.ROOT))) {
            throw new InvalidTokenException("its typ is that of another kind of token");
        }
    }
}
