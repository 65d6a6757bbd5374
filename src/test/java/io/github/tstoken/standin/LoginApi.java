package io.github.tstoken.standin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sign-in with a login token, by POST (form) and GET (query), which sets a session cookie. */
final class LoginApi {
    private final Settings settings;
    private final Users users;
    private final Tokens tokens;
    private final Sessions sessions;

    LoginApi(Settings settings, Users users, Tokens tokens, Sessions sessions) {
        this.settings = settings;
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The GET of {@code auth/token} is only in ThoughtSpot's trusted-authentication page, not in its API reference. */
    void addTo(Routes routes) {
        Paths.v1("/session/login/token")
                .forEach(path -> routes.on("GET", path, this::login).on("POST", path, this::login));
        Paths.v1("/session/auth/token").forEach(path -> routes.on("GET", path, this::login));
    }

    private Answer login(Request request) {
        Map<String, String> parameters = request.parameters();
        Optional<Token> token = tokens.active(parameters.getOrDefault("auth_token", ""))
                .filter(found -> found.username().equals(parameters.getOrDefault("username", found.username())));
        if (token.isEmpty()) {
            return Errors.v1(401, 10097, "Invalid token");
        }
        if (users.find(token.get().username()).map(User::locked).orElse(true)) {
            return Errors.v1(403, 10023, "The account is locked or inactive");
        }
        if (Boolean.parseBoolean(parameters.get("no_url_redirection"))) {
            return signedIn(Answer.empty(204), token.get());
        }
        String target = parameters.getOrDefault("redirect_url", "/");
        if (!isAllowed(target)) {
            return Errors.v1(400, 10002, "Invalid parameter values redirect_url");
        }
        return signedIn(Answer.empty(302).with("Location", target), token.get()).noting(observed(target));
    }

    /** A redirect address that lost its fragment was not percent-encoded as a whole. */
    private static List<String> observed(String target) {
        return target.equals("/") || target.contains("#") ? List.of() : List.of("redirect_url without a fragment");
    }

    private boolean isAllowed(String target) {
        if (target.equals("/")) {
            return true;
        }
        try {
            URI uri = new URI(target);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return isWeb
                    && uri.getRawAuthority() != null
                    && settings.redirectAuthorities().contains(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Answer signedIn(Answer answer, Token token) {
        String flags = switch (settings.cookieMode()) {
            case LAX -> "; SameSite=Lax";
            case NONE -> "; SameSite=None; Secure";
            case PARTITIONED -> "; SameSite=None; Secure; Partitioned";
        };
        String id = sessions.open(token).id();
        return answer.with("Set-Cookie", Sessions.COOKIE + "=" + id + "; Path=/; HttpOnly" + flags);
    }
}
