package io.github.tstoken.identity;

import io.github.tstoken.oauth.Claims;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in at the OpenID Provider, as the session keeps it.
 *
 * @param id what it is known by; no other sign-in ever has the same
 * @param claims what the ID token says
 * @param signedInAt when the person came back from the provider
 */
public record OidcSignIn(Fingerprint id, Claims claims, Instant signedInAt) {
    /** The person at the provider. */
    public String subject() {
        return claims.values("sub").get(0);
    }

    /** The session at the provider; empty when the provider does not name it. */
    public Optional<String> sessionId() {
        return claims.values("sid").stream().findFirst();
    }
}
