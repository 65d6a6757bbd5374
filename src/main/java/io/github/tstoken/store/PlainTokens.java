package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.util.Optional;

/** The tokens of one row, readable. */
record PlainTokens(Secret accessToken, Optional<Secret> refreshToken, Optional<Secret> idToken) {

    static PlainTokens of(GrantedTokens granted) {
        return new PlainTokens(granted.accessToken(), granted.refreshToken(), granted.idToken());
    }
}
