package io.github.tstoken.standin;

import java.util.Optional;

/** Who makes a request: the bearer token decides, and without one the session cookie. */
final class Authentication {
    private final Tokens tokens;
    private final Sessions sessions;

    Authentication(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The token behind a request. CHOICE: a bearer token that is not active is not saved by a good cookie. */
    Optional<Token> tokenOf(Request request) {
        Optional<String> bearer = request.bearer();
        if (bearer.isPresent()) {
            return tokens.activeBearer(bearer.get());
        }
        return request.cookie(Sessions.COOKIE).flatMap(sessions::touch).map(Session::token);
    }
}
