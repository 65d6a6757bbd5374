package io.github.tstoken.oauth;

import io.github.tstoken.config.OidcConfig;
import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.config.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * An authorization server or OpenID Provider, as one client of it. Thread-safe; no method blocks but {@link
 * #verifyLogoutToken}, for two seconds at most; every stage completes within the configured timeout.
 *
 * <p>What it has to say of itself is fetched behind the requests, and again at growing intervals of at most 60 s while that
 * fails, so that a provider that is down at start disables only itself.
 *
 * <p>Failures are {@link OAuthFailure}s, thrown or in the stages.
 */
public interface OAuthServer extends AutoCloseable {

    /** The server of a provider whose tokens are kept. Begins to ask it, and waits for nothing. */
    static OAuthServer open(ProviderConfig config, Clock clock) {
        return new RunningServer(
                new RunningServer.Settings(
                        config.id(),
                        config.endpoints(),
                        config.client(),
                        config.scopes(),
                        config.timeout(),
                        config.defaultLifetime()),
                clock);
    }

    /** The server at which people sign in here. Begins to ask it, and waits for nothing. */
    static OAuthServer open(OidcConfig config, Clock clock) {
        return new RunningServer(
                new RunningServer.Settings(
                        "of tstoken.identity.oidc",
                        config.endpoints(),
                        config.client(),
                        config.scopes(),
                        Duration.ofSeconds(10),
                        Duration.ofHours(1)),
                clock);
    }

    /** Why it cannot be used now, in our own words and without a secret; empty when it can. */
    Optional<String> fault();

    /**
     * Begins a flow of the authorization code grant, with PKCE S256, state and (for an OpenID Provider) nonce.
     *
     * @param redirectUri our callback, exactly as it is registered at the provider
     * @throws OAuthFailure {@code UNAVAILABLE}
     */
    AuthorizationRequest begin(URI redirectUri);

    /**
     * Redeems what the provider sent with the browser. Checks the answer first ({@code state} against the flow's, RFC 9207's
     * {@code iss}), then the tokens: {@code token_type}, and an ID token wholly (OpenID Connect Core section 3.1.3.7).
     *
     * @param parameters the query of the callback, decoded
     * @param flow what {@link #begin} made for this flow
     * @param redirectUri the same as there
     * @return the tokens; or {@code FLOW_INVALID}, {@code DENIED} when the person or the provider said no, {@code UNAVAILABLE}
     */
    CompletionStage<IssuedTokens> redeem(Map<String, List<String>> parameters, FlowSecrets flow, URI redirectUri);

    /**
     * Gets the next access token (RFC 6749 section 6).
     *
     * @param refreshToken the token to refresh with
     * @param granted the scopes of before, which are those of now when the answer does not say
     * @param subject whose ID token the first one was; one for another subject is refused
     * @return the tokens; or {@code GRANT_ENDED} for a parsed {@code invalid_grant} or {@code invalid_token} only, {@code
     *     UNAVAILABLE} for everything else
     */
    CompletionStage<IssuedTokens> refresh(Secret refreshToken, Set<String> granted, Optional<String> subject);

    /** Whether tokens can be revoked there at all (RFC 7009). */
    boolean canRevoke();

    /**
     * Tells the provider to forget a token (RFC 7009).
     *
     * @return done when the provider knows, or will never know (it refuses the token, the type or the request); or {@code
     *     UNAVAILABLE} when it is worth trying again
     */
    CompletionStage<Void> revoke(Secret token, TokenType type);

    /** Where the person's sign-in at the provider is ended (OpenID Connect RP-Initiated Logout); empty without such a place. */
    Optional<URI> endSession(Optional<Secret> idTokenHint, Optional<URI> postLogoutRedirectUri);

    /**
     * Verifies a logout token (OpenID Connect Back-Channel Logout section 2.6).
     *
     * @throws OAuthFailure {@code FLOW_INVALID} when it is wrong in any way, {@code UNAVAILABLE} for want of keys
     */
    LogoutToken verifyLogoutToken(String jwt);

    @Override
    void close();
}
