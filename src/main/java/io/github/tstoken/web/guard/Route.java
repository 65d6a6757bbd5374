package io.github.tstoken.web.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every path that exists, who may ask there, and with which methods. What is not here is 404. */
public enum Route {
    STATUS_PAGE(Audience.ANYBODY, false, ""),
    TOKEN(Audience.OWN_SCRIPTS, true, "token"),
    TOKEN_JSON(Audience.OWN_SCRIPTS, true, "token.json"),
    GETTOKEN(Audience.OWN_SCRIPTS, true, "gettoken"),
    EMBED(Audience.OWN_NAVIGATIONS, false, "embed"),
    LOGIN(Audience.NAVIGATIONS, false, "login"),
    LOGIN_CALLBACK(Audience.NAVIGATIONS, false, "login/callback"),
    BACKCHANNEL_LOGOUT(Audience.PROVIDERS, true, "login/backchannel-logout"),
    LOGOUT(Audience.OWN_ACTIONS, true, "logout"),
    WHOAMI(Audience.OWN_PEOPLE, false, "whoami"),
    CLIENT_MODULE(Audience.ANYBODY, false, "client.js"),
    HEALTH(Audience.ANYBODY, false, "health"),
    OPENAPI(Audience.ANYBODY, false, "openapi.json"),
    METRICS(Audience.OWN_PEOPLE, false, "metrics"),
    AUDIT(Audience.OWN_PEOPLE, false, "admin/audit");

    private static final Set<String> HEALTH_PARTS = Set.of("live", "ready");

    /** Who may ask: decides which rules of origin and Fetch Metadata hold. */
    public enum Audience {
        /** Scripts of our own origin or of a listed one: here tokens are minted. */
        OWN_SCRIPTS,
        /** Navigations that begin on our own site: here tokens are minted too. */
        OWN_NAVIGATIONS,
        /** Navigations from any site: to a provider and back. */
        NAVIGATIONS,
        /** The servers of a provider: what they send proves by itself whose it is. */
        PROVIDERS,
        /** Scripts as above, with a header that no form can send: here something is changed. */
        OWN_ACTIONS,
        /** Scripts as above, and a browser tab. */
        OWN_PEOPLE,
        /** Everybody: nothing here depends on secrets. */
        ANYBODY
    }

    private final Audience audience;
    private final boolean takesPost;
    private final String path;
    private final String firstSegment;

    Route(Audience audience, boolean takesPost, String path) {
        this.audience = audience;
        this.takesPost = takesPost;
        this.path = path;
        this.firstSegment = path.split("/", -1)[0];
    }

    /** The path of the resource: what the guard judged is named here, so that nothing has to read the raw path again. */
    public String resourcePath() {
        return "ts-token/" + path;
    }

    /** The name for figures about it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Audience audience() {
        return audience;
    }

    /** Whether a request here can mint a token: every one is audited. */
    public boolean mints() {
        return audience == Audience.OWN_SCRIPTS || audience == Audience.OWN_NAVIGATIONS;
    }

    /** Whether the answer may have to wait for another server. */
    public boolean waits() {
        return mints() || this == LOGIN_CALLBACK;
    }

    /** Whether it is there only where people sign in at an OpenID Provider. */
    boolean isOfSignIn() {
        return this == LOGIN || this == LOGIN_CALLBACK || this == BACKCHANNEL_LOGOUT;
    }

    /** The methods that do something here; HEAD only where a GET changes nothing. */
    List<String> methods() {
        return switch (audience) {
            case OWN_ACTIONS, PROVIDERS -> List.of("POST");
            case OWN_NAVIGATIONS, NAVIGATIONS -> List.of("GET");
            case OWN_SCRIPTS, OWN_PEOPLE, ANYBODY -> takesPost ? List.of("GET", "POST") : List.of("GET", "HEAD");
        };
    }

    /** The methods as the header {@code Allow} lists them. */
    public String allow() {
        return String.join(", ", methods()) + ", OPTIONS";
    }

    /** The route of a path's decoded segments, or empty when nothing is there. */
    static Optional<Route> of(List<String> segments) {
        for (Route route : values()) {
            if (route.firstSegment.equals(segments.get(0)) && route.reaches(segments)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private boolean reaches(List<String> segments) {
        return switch (this) {
            case STATUS_PAGE, TOKEN, TOKEN_JSON, LOGIN, LOGOUT, WHOAMI, CLIENT_MODULE, OPENAPI, METRICS ->
                segments.size() == 1;
            case LOGIN_CALLBACK -> segments.size() == 2 && segments.get(1).equals("callback");
            case BACKCHANNEL_LOGOUT -> segments.size() == 2 && segments.get(1).equals("backchannel-logout");
            case AUDIT -> segments.size() == 2 && segments.get(1).equals("audit");
            case GETTOKEN -> segments.size() <= 2;
            case HEALTH -> segments.size() == 1 || (segments.size() == 2 && HEALTH_PARTS.contains(segments.get(1)));
            case EMBED ->
                segments.size() >= 2 && !segments.get(segments.size() - 1).isEmpty();
        };
    }
}
