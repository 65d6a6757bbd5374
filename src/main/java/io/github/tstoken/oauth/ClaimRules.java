package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Whether a token, whose signature is right, is for us and for now. Pure. */
final class ClaimRules {
    /** How far the issuer's clock and ours may be apart. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** The end of the year 9999, in seconds: what is later is no time. */
    private static final double END_OF_TIME = 253_402_300_799d;

    private ClaimRules() {}

    /**
     * Checks the claims of RFC 7519 section 4.1.
     *
     * @throws InvalidTokenException which names the claim, and never its value
     */
    static void check(JsonNode claims, String issuer, String audience, Instant now) throws InvalidTokenException {
        require(isText(claims.path("iss"), issuer), "its iss is not the issuer that is configured");
        require(isFor(claims.path("aud"), audience), "its aud is not the audience that is configured");
        Instant expiry = time(claims, "exp").orElseThrow(() -> new InvalidTokenException("it has no exp"));
        require(now.isBefore(expiry.plus(TOLERANCE)), "it has expired");
        Optional<Instant> notBefore = time(claims, "nbf");
        require(notBefore.isEmpty() || !now.isBefore(notBefore.get().minus(TOLERANCE)), "its nbf is in the future");
        Optional<Instant> issuedAt = time(claims, "iat");
        require(issuedAt.isEmpty() || !now.isBefore(issuedAt.get().minus(TOLERANCE)), "its iat is in the future");
    }

    static boolean isText(JsonNode value, String text) {
        return value.isTextual() && value.asText().equals(text);
    }

    /** "In the special case when the JWT has one audience, the "aud" value MAY be a single case-sensitive string". */
    private static boolean isFor(JsonNode audience, String us) {
        return audience.isArray()
                ? StreamSupport.stream(audience.spliterator(), false).anyMatch(one -> isText(one, us))
                : isText(audience, us);
    }

    private static Optional<Instant> time(JsonNode claims, String name) throws InvalidTokenException {
        if (!claims.has(name)) {
            return Optional.empty();
        }
        JsonNode value = claims.get(name);
        double seconds = value.doubleValue();
        require(value.isNumber() && seconds >= 0 && seconds <= END_OF_TIME, "its " + name + " is not a time");
        return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
    }

    static void require(boolean right, String otherwise) throws InvalidTokenException {
        if (!right) {
            throw new InvalidTokenException(otherwise);
        }
    }
}
