package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Whose ID token one is that was verified when it came, and was kept since. */
public final class Subject {
    private Subject() {}

    /** The claim {@code sub}; empty when the text is no ID token. */
    public static Optional<String> of(Secret idToken) {
        String[] parts = idToken.reveal().split("\\.", -1);
        return parts.length == 3
                ? payload(parts[1]).map(claims -> claims.path("sub").textValue())
                : Optional.empty();
    }

    private static Optional<JsonNode> payload(String part) {
        try {
            return Json.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
