package io.github.tstoken.oauth;

import java.util.Optional;

/**
 * Whose sign-ins an OpenID Provider has ended; at least one of the two is present.
 *
 * @param subject the person, for all their sign-ins
 * @param sessionId the one session at the provider, {@code sid}
 */
public record LogoutToken(Optional<String> subject, Optional<String> sessionId) {}
