package io.github.tstoken.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells one sign-in from another: inside an application by its session, beside it by the cookie of the single sign-on, since
 * a session belongs to one web application. Somebody without either has no sign-in that could be told from others.
 */
public final class SignInIds {
    private final Function<HttpServletRequest, Optional<Fingerprint>> sessionOf;
    private final Function<HttpSession, Optional<Fingerprint>> endedWith;
    private final Optional<Duration> tracked;

    private SignInIds(
            Function<HttpServletRequest, Optional<Fingerprint>> sessionOf,
            Function<HttpSession, Optional<Fingerprint>> endedWith,
            Optional<Duration> tracked) {
        this.sessionOf = sessionOf;
        this.endedWith = endedWith;
        this.tracked = tracked;
    }

    /** For the service inside an application. */
    public static SignInIds inside() {
        // false: a service that reads sign-ins must not make sessions
        return new SignInIds(
                request -> Optional.ofNullable(request.getSession(false))
                        .map(HttpSession::getId)
                        .map(SignInIds::ofSession),
                session -> Optional.of(ofSession(session.getId())),
                Optional.empty());
    }

    /**
     * For the service beside an application.
     *
     * @param ssoCookie the name of the cookie by which the server shares a sign-in
     * @param tracked how long a session of our own lasts by whose end the sign-in's end is heard of; empty for none
     */
    public static SignInIds beside(String ssoCookie, Optional<Duration> tracked) {
        return new SignInIds(request -> ofCookie(request.getCookies(), ssoCookie), TrackedSession::of, tracked);
    }

    /** Sees to it that the end of this request's sign-in will be heard of, where that needs a session of our own. */
    void track(HttpServletRequest request, HttpServletResponse response) {
        if (tracked.isPresent() && request.getUserPrincipal() != null) {
            sessionOf.apply(request).ifPresent(signOn -> TrackedSession.tie(request, response, signOn, tracked.get()));
        }
    }

    /** What has ended with a session. */
    Optional<Fingerprint> endedWith(HttpSession session) {
        return endedWith.apply(session);
    }

    /** The sign-in of somebody whom a source has named. */
    Optional<SignInId> of(HttpServletRequest request, Caller caller) {
        return sessionOf.apply(request).map(session -> signIn(session, caller));
    }

    /**
     * The sign-in of somebody.
     *
     * @param carrier what carries it
     */
    static SignInId signIn(Fingerprint carrier, Caller caller) {
        return new SignInId(carrier, Fingerprint.of("person", caller.source(), caller.name()));
    }

    /** What a session of the application is known by. */
    public static Fingerprint ofSession(String id) {
        return Fingerprint.of("session", id);
    }

    /** Which of two cookies of one name the server has read, we cannot know. */
    private static Optional<Fingerprint> ofCookie(Cookie[] cookies, String name) {
        List<String> values = Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(Fingerprint.of("single sign-on", values.get(0))) : Optional.empty();
    }
}
