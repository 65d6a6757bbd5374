package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A flow that a browser was sent to a provider with, and has to come back from.
 *
 * @param provider where a person connects; empty for signing in
 * @param owner who connects; empty for signing in
 * @param signIn a fingerprint of the sign-in in which the person connects; empty for signing in
 * @param browser a hash of the flow cookie of the browser that began
 * @param state what comes back with the browser, and by which the flow is found
 * @param nonce what comes back in the ID token
 * @param codeVerifier what the code is redeemed with
 * @param returnTo where the person goes on to, a path from the root of our origin
 * @param endsAt after that it is as if the flow had never been
 */
public record PendingFlow(
        Optional<ProviderId> provider,
        Optional<UserKey> owner,
        Optional<String> signIn,
        String browser,
        Secret state,
        Secret nonce,
        Secret codeVerifier,
        String returnTo,
        Instant endsAt) {}
