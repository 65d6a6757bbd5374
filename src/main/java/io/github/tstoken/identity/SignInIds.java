package io.github.tstoken.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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

    private SignInIds(Function<HttpServletRequest, Optional<Fingerprint>> sessionOf) {
        this.sessionOf = sessionOf;
    }

    /** For the service inside an application. */
    public static SignInIds inside() {
        // false: a service that reads sign-ins must not make sessions
        return new SignInIds(request -> Optional.ofNullable(request.getSession(false))
                .map(HttpSession::getId)
                .map(SignInIds::ofSession));
    }

    /**
     * For the service beside an application.
     *
     * @param ssoCookie the name of the cookie by which the server shares a sign-in
     */
    public static SignInIds beside(String ssoCookie) {
        return new SignInIds(request -> ofCookie(request.getCookies(), ssoCookie));
    }

    /** The sign-in of somebody whom a source has named. */
    Optional<SignInId> of(HttpServletRequest request, Caller caller) {
        return sessionOf
                .apply(request)
                .map(session -> new SignInId(session, Fingerprint.of("person", caller.source(), caller.name())));
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
