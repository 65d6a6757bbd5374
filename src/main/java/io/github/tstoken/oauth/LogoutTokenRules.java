package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Whether a token, whose signature is right, ends sign-ins: OpenID Connect Back-Channel Logout section 2.6. Pure. */
final class LogoutTokenRules {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private LogoutTokenRules() {}

    static LogoutToken check(JsonNode claims, String issuer, String clientId, Instant now)
            throws InvalidTokenException {
        // 3. "Validate the iss, aud, iat, and exp Claims in the same way they are validated in ID Tokens."
        ClaimRules.check(claims, issuer, clientId, now);
        ClaimRules.require(claims.has("iat"), "it has no iat");
        // Section 2.4: "jti REQUIRED."
        ClaimRules.require(text(claims, "jti").isPresent(), "it has no jti");
        // 4. "Verify that the Logout Token contains a sub Claim, a sid Claim, or both."
        Optional<String> subject = text(claims, "sub");
        Optional<String> session = text(claims, "sid");
        ClaimRules.require(subject.isPresent() || session.isPresent(), "it has neither sub nor sid");
        // 5. "contains an events Claim whose value is JSON object containing the member name" of this event.
        ClaimRules.require(claims.path("events").path(EVENT).isObject(), "its events have no logout");
        // 6. "Verify that the Logout Token does not contain a nonce Claim."
        ClaimRules.require(!claims.has("nonce"), "it has a nonce, as ID tokens have");
        return new LogoutToken(subject, session);
    }

    private static Optional<String> text(JsonNode claims, String name) {
        return Optional.of(claims.path(name))
                .filter(value -> value.isTextual() && !value.asText().isBlank())
                .map(JsonNode::asText);
    }
}
