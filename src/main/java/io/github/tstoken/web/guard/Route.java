package io.github.tstoken.web.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every path that exists, and for each of its methods who may ask. What is not here is 404. */
public enum Route {
    STATUS_PAGE("", Methods.READ, Audience.ANYBODY),
    TOKEN("token", Methods.GET_OR_POST, Audience.OWN_SCRIPTS, Audience.OWN_SCRIPTS),
    TOKEN_JSON("token.json", Methods.GET_OR_POST, Audience.OWN_SCRIPTS, Audience.OWN_SCRIPTS),
    GETTOKEN("gettoken", Methods.GET_OR_POST, Audience.OWN_SCRIPTS, Audience.OWN_SCRIPTS),
    EMBED("embed", Methods.GET, Audience.OWN_NAVIGATIONS),
    LOGIN("login", Methods.GET, Audience.NAVIGATIONS),
    LOGIN_CALLBACK("login/callback", Methods.GET, Audience.NAVIGATIONS),
    BACKCHANNEL_LOGOUT("login/backchannel-logout", Methods.POST, Audience.PROVIDERS, Audience.PROVIDERS),
    LOGOUT("logout", Methods.POST, Audience.OWN_ACTIONS),
    WHOAMI("whoami", Methods.READ, Audience.OWN_PEOPLE),
    AUTHORIZATIONS("authorizations", Methods.READ, Audience.OWN_PEOPLE),
    CONNECTION("authorizations/connection", Methods.DELETE, Audience.OWN_ACTIONS),
    AUTHORIZE("authorizations/authorize", Methods.GET_OR_POST, Audience.OWN_NAVIGATIONS),
    CALLBACK("authorizations/callback", Methods.GET, Audience.NAVIGATIONS),
    ACCESS_TOKEN("authorizations/token", Methods.GET_OR_POST, Audience.OWN_SCRIPTS),
    CLIENT_MODULE("client.js", Methods.READ, Audience.ANYBODY),
    HEALTH("health", Methods.READ, Audience.ANYBODY),
    OPENAPI("openapi.json", Methods.READ, Audience.ANYBODY),
    METRICS("metrics", Methods.READ, Audience.OWN_PEOPLE),
    AUDIT("admin/audit", Methods.READ, Audience.OWN_PEOPLE),
    PEOPLE("admin/people", Methods.READ_OR_DELETE, Audience.OWN_PEOPLE),
    RE_ENCRYPT("admin/store/re-encrypt", Methods.READ_OR_POST, Audience.OWN_PEOPLE);

    private static final Set<String> HEALTH_PARTS = Set.of("live", "ready");
    private static final Set<Route> MINTING = EnumSet.of(TOKEN, TOKEN_JSON, GETTOKEN, EMBED);
    /** Those that ask the database, or a provider. */
    private static final Set<Route> ASKING = EnumSet.of(
            LOGIN,
            LOGIN_CALLBACK,
            BACKCHANNEL_LOGOUT,
            AUTHORIZATIONS,
            CONNECTION,
            AUTHORIZE,
            CALLBACK,
            ACCESS_TOKEN,
            PEOPLE,
            RE_ENCRYPT);

    private final String path;
    private final Methods methods;
    private final Audience ofReading;
    private final Audience ofChanging;

    /** The methods that do something at a path; HEAD only where a GET changes nothing and hands out no token. */
    private enum Methods {
        READ("GET, HEAD"),
        GET("GET"),
        POST("POST"),
        DELETE("DELETE"),
        GET_OR_POST("GET, POST"),
        READ_OR_POST("GET, HEAD, POST"),
        READ_OR_DELETE("GET, HEAD, DELETE");

        private final String allowed;

        Methods(String allowed) {
            this.allowed = allowed;
        }
    }

    /** Who may ask: decides which rules of origin and Fetch Metadata hold. */
    public enum Audience {
        /** Scripts of our own origin or of a listed one: here tokens are handed out. */
        OWN_SCRIPTS,
        /** Navigations that begin on our own site: here people are sent on. */
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

    /** Where something is changed by other methods than GET: by actions. */
    Route(String path, Methods methods, Audience ofReading) {
        this(path, methods, ofReading, Audience.OWN_ACTIONS);
    }

    Route(String path, Methods methods, Audience ofReading, Audience ofChanging) {
        this.path = path;
        this.methods = methods;
        this.ofReading = ofReading;
        this.ofChanging = ofChanging;
    }

    /** The path of the resource: what the guard judged is named here, so that nothing has to read the raw path again. */
    public String resourcePath() {
        return "ts-token/" + path;
    }

    /** The name for figures about it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who may ask with a method that there is. */
    Audience audience(String method) {
        return method.equals("GET") || method.equals("HEAD") ? ofReading : ofChanging;
    }

    /** Whether a request here can mint a token: every one is audited. */
    public boolean mints() {
        return MINTING.contains(this);
    }

    /** Whether an answer here may have to wait for another server. */
    public boolean mayWait() {
        return mints() || ASKING.contains(this);
    }

    /** Whether it is there only where people sign in at an OpenID Provider. */
    boolean isOfSignIn() {
        return this == LOGIN || this == LOGIN_CALLBACK || this == BACKCHANNEL_LOGOUT;
    }

    /** The methods that do something here. */
    List<String> methods() {
        return List.of(methods.allowed.split(", ", -1));
    }

    /** The methods as the header {@code Allow} lists them. */
    public String allow() {
        return methods.allowed + ", OPTIONS";
    }

    /** The route of a path's decoded segments, or empty when nothing is there. */
    static Optional<Route> of(List<String> segments) {
        for (Route route : values()) {
            if (route.path.split("/", -1)[0].equals(segments.get(0)) && route.reaches(segments)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private boolean reaches(List<String> segments) {
        int size = segments.size();
        return switch (this) {
            case STATUS_PAGE,
                    TOKEN,
                    TOKEN_JSON,
                    LOGIN,
                    LOGOUT,
                    WHOAMI,
                    CLIENT_MODULE,
                    OPENAPI,
                    METRICS,
                    AUTHORIZATIONS -> size == 1;
            case GETTOKEN -> size <= 2;
            case HEALTH -> size == 1 || (size == 2 && HEALTH_PARTS.contains(segments.get(1)));
            case EMBED -> size >= 2 && !segments.get(size - 1).isEmpty();
            case CONNECTION -> size == 2 && !segments.get(1).isEmpty();
            case AUTHORIZE, CALLBACK, ACCESS_TOKEN -> size == 3 && path.endsWith("/" + segments.get(2));
            case AUDIT -> size == 2 && segments.get(1).equals("audit");
            case PEOPLE ->
                size == 4 && segments.get(1).equals("people") && segments.get(3).equals("authorizations");
            case LOGIN_CALLBACK, BACKCHANNEL_LOGOUT, RE_ENCRYPT ->
                String.join("/", segments).equals(path);
        };
    }
}
