package io.github.tstoken.web.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every path that exists, who may ask there, and with which methods. What is not here is 404. */
public enum Route {
    STATUS_PAGE(Audience.ANYBODY, Set.of("GET"), ""),
    TOKEN(Audience.OWN_SCRIPTS, Set.of("GET", "POST"), "token"),
    TOKEN_JSON(Audience.OWN_SCRIPTS, Set.of("GET", "POST"), "token.json"),
    GETTOKEN(Audience.OWN_SCRIPTS, Set.of("GET", "POST"), "gettoken"),
    EMBED(Audience.OWN_NAVIGATIONS, Set.of("GET"), "embed"),
    WHOAMI(Audience.OWN_PEOPLE, Set.of("GET"), "whoami"),
    HEALTH(Audience.ANYBODY, Set.of("GET"), "health"),
    OPENAPI(Audience.ANYBODY, Set.of("GET"), "openapi.json");

    /** Who may ask: decides which rules of origin and Fetch Metadata hold. */
    public enum Audience {
        /** Scripts of our own origin or of a listed one: here tokens are minted. */
        OWN_SCRIPTS,
        /** Navigations that begin on our own site: here tokens are minted too. */
        OWN_NAVIGATIONS,
        /** Scripts as above, and a browser tab. */
        OWN_PEOPLE,
        /** Everybody: nothing here depends on secrets. */
        ANYBODY
    }

    private final Audience audience;
    private final Set<String> methods;
    private final String firstSegment;

    Route(Audience audience, Set<String> methods, String firstSegment) {
        this.audience = audience;
        this.methods = methods;
        this.firstSegment = firstSegment;
    }

    /** The path of the resource: what the guard judged is named here, so that nothing has to read the raw path again. */
    public String resourcePath() {
        return "ts-token/" + firstSegment;
    }

    public Audience audience() {
        return audience;
    }

    /** Whether a request here can mint a token: every one is audited. */
    public boolean mints() {
        return audience == Audience.OWN_SCRIPTS || audience == Audience.OWN_NAVIGATIONS;
    }

    /** The methods that do something here; HEAD only where a GET changes nothing. */
    List<String> methods() {
        return mints()
                ? methods.stream().sorted().toList()
                : methods.stream().flatMap(Route::withHead).sorted().toList();
    }

    private static Stream<String> withHead(String method) {
        return method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method);
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
        boolean trailingSlash = segments.size() > 1 && segments.get(segments.size() - 1).isEmpty();
        return switch (this) {
            case STATUS_PAGE, TOKEN, TOKEN_JSON, WHOAMI, OPENAPI -> segments.size() == 1;
            case GETTOKEN -> segments.size() <= 2;
            case HEALTH -> segments.size() == 1 || segments.size() == 2 && Set.of("live", "ready").contains(segments.get(1));
            case EMBED -> segments.size() >= 2 && !trailingSlash;
        };
    }
}
