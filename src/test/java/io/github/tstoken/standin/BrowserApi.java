package io.github.tstoken.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the Visual Embed SDK and the embedded page ask: is somebody signed in, and who. */
final class BrowserApi {
    private final Users users;
    private final Sessions sessions;
    private final Authentication authentication;

    BrowserApi(Users users, Sessions sessions, Authentication authentication) {
        this.users = users;
        this.sessions = sessions;
        this.authentication = authentication;
    }

    void addTo(Routes routes) {
        routes.on("GET", Paths.IS_ACTIVE, this::isActive);
        routes.on("GET", "/callosum/v1/session/info", this::info);
        routes.on("GET", "/prism/preauth/info", this::preauthInfo);
        routes.on("POST", "/callosum/v1/session/logout", this::logout);
    }

    private Answer isActive(Request request) {
        return authentication.tokenOf(request).map(token -> Answer.empty(204)).orElseGet(BrowserApi::unauthorized);
    }

    private Answer info(Request request) {
        return describe(request).map(info -> Answer.json(200, info)).orElseGet(BrowserApi::unauthorized);
    }

    private Answer preauthInfo(Request request) {
        return describe(request)
                .map(info -> Answer.json(200, Map.of("info", info)))
                .orElseGet(BrowserApi::unauthorized);
    }

    private Answer logout(Request request) {
        Optional<String> session = request.cookie(Sessions.COOKIE);
        if (session.isEmpty() && authentication.tokenOf(request).isEmpty()) {
            return unauthorized();
        }
        session.ifPresent(sessions::close);
        return Answer.empty(204).with("Set-Cookie", Sessions.COOKIE + "=; Path=/; HttpOnly; Max-Age=0");
    }

    private Optional<Map<String, Object>> describe(Request request) {
        return authentication
                .tokenOf(request)
                .map(token -> describe(token, users.find(token.username()).orElseThrow()));
    }

    /** The SDK reports success only when {@code mixpanelConfig} is there; its empty keys keep telemetry off. */
    private static Map<String, Object> describe(Token token, User user) {
        Map<String, Object> config = Map.of(
                "isPublicUser",
                false,
                "selfClusterId",
                "standin",
                "selfClusterName",
                "standin",
                "mixpanelConfig",
                Map.of("production", false, "devSdkKey", "", "prodSdkKey", ""));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("userName", user.name());
        info.put("userDisplayName", user.displayName());
        info.put("userGUID", user.id());
        info.put("releaseVersion", "26.8.0.cl-1");
        info.put("currentOrgId", token.org());
        info.put("privileges", List.of());
        info.put("expirationTime", 0);
        info.put("configInfo", config);
        return info;
    }

    private static Answer unauthorized() {
        return Errors.v1(401, 10097, "UNAUTHORIZED");
    }
}
