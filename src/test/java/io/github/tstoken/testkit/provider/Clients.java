package io.github.tstoken.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that the provider knows, and how it knows that a request is from one of them. */
final class Clients {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Map<String, Set<String>> secrets = new ConcurrentHashMap<>();
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private final Set<String> assertionsSeen = ConcurrentHashMap.newKeySet();

    void know(String id, Set<String> anyOf) {
        secrets.put(id, Set.copyOf(anyOf));
    }

    void know(String id, PublicKey key) {
        keys.put(id, key);
    }

    /** The client that has sent a request; empty when it has not proved that. */
    Optional<String> sender(Optional<String> authorization, Form form, Set<String> audiences) {
        if (authorization.isPresent()) {
            return basic(authorization.get());
        }
        if (form.find("client_assertion").isPresent()) {
            return assertion(form, audiences);
        }
        String id = form.get("client_id");
        return Optional.of(id)
                .filter(client -> secrets.containsKey(client))
                .filter(client ->
                        secrets.get(client).isEmpty() || secrets.get(client).contains(form.get("client_secret")));
    }

    /** RFC 6749 section 2.3.1: both are encoded as in a form before they are joined. */
    private Optional<String> basic(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        String[] parts = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8)
                .split(":", 2);
        String id = Form.decode(parts[0]);
        return Optional.of(id)
                .filter(client -> secrets.getOrDefault(client, Set.of()).contains(Form.decode(parts[1])));
    }

    /** RFC 7523 section 3. */
    private Optional<String> assertion(Form form, Set<String> audiences) {
        String[] parts = form.get("client_assertion").split("\\.");
        if (!form.get("client_assertion_type").equals(ASSERTION) || parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
            String id = claims.path("sub").asText();
            JsonNode audience =
                    claims.path("aud").isArray() ? claims.path("aud").path(0) : claims.path("aud");
            boolean right = keys.containsKey(id)
                    && claims.path("iss").asText().equals(id)
                    && audiences.contains(audience.asText())
                    && Instant.ofEpochSecond(claims.path("exp").asLong()).isAfter(Instant.now())
                    && assertionsSeen.add(claims.path("jti").asText())
                    && isSigned(parts, keys.get(id));
            return right ? Optional.of(id) : Optional.empty();
        } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
