package io.github.tstoken.oauth;

import io.github.tstoken.config.Secret;

/**
 * What one flow has of its own: each is fresh, random and used once.
 *
 * @param state comes back with the answer (RFC 6749 section 10.12)
 * @param nonce comes back in the ID token (OpenID Connect Core section 3.1.2.1)
 * @param codeVerifier proves that who redeems the code began the flow (RFC 7636)
 */
public record FlowSecrets(Secret state, Secret nonce, Secret codeVerifier) {}
