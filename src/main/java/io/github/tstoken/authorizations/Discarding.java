package io.github.tstoken.authorizations;

import io.github.tstoken.config.Secret;
import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.oauth.TokenType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells a provider to forget tokens: the refresh token first, since with it everything that it could get ends (RFC 7009). */
final class Discarding {
    private Discarding() {}

    /** Tokens that could not be stored, so that nobody will ever use them. Tried once. */
    static void discard(Provider provider, IssuedTokens tokens) {
        if (provider.server().canRevoke()) {
            CompletionStage<Void> unused =
                    revoke(provider.server(), tokens.refreshToken(), Optional.of(tokens.accessToken()));
        }
    }

    /** Done when the provider knows of both, or will never know; or {@code UNAVAILABLE}. */
    static CompletionStage<Void> revoke(
            OAuthServer server, Optional<Secret> refreshToken, Optional<Secret> accessToken) {
        return revoke(server, refreshToken, TokenType.REFRESH_TOKEN)
                .thenCompose(done -> revoke(server, accessToken, TokenType.ACCESS_TOKEN));
    }

    private static CompletionStage<Void> revoke(OAuthServer server, Optional<Secret> token, TokenType type) {
        try {
            return token.map(value -> server.revoke(value, type)).orElse(CompletableFuture.completedFuture(null));
        } catch (OAuthFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
