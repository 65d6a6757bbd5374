package io.github.tstoken.authorizations;

import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.store.GrantedTokens;

/** What a provider issued, as it is stored. */
final class Granted {
    private Granted() {}

    static GrantedTokens of(IssuedTokens tokens) {
        return new GrantedTokens(
                tokens.accessToken(), tokens.refreshToken(), tokens.idToken(), tokens.scopes(), tokens.expiresAt());
    }
}
