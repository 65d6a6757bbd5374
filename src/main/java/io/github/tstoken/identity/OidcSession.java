package io.github.tstoken.identity;

import io.github.tstoken.oauth.Claims;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the session of a browser has of a sign-in at the OpenID Provider: three texts, none of them secret. They outlive a restart
 * of the server where its sessions do.
 */
public final class OidcSession {
    /** The name of the source. */
    public static final String SOURCE = "oidc";

    private static final String ID = "tstoken.oidc.id";
    private static final String CLAIMS = "tstoken.oidc.claims";
    private static final String SIGNED_IN_AT = "tstoken.oidc.signed-in-at";

    private OidcSession() {}

    /**
     * Keeps a sign-in in the session of a browser. The id of the session changes, so that nobody who knew it before knows it
     * after.
     *
     * @param claims what the ID token says, as {@link Claims#text} wrote it
     * @param idle how long the session lasts without a request; empty when that is for the application to say
     */
    public static OidcSignIn begin(
            HttpServletRequest request, String claims, Instant signedInAt, Optional<Duration> idle) {
        HttpSession session = sessionWithNewId(request);
        session.setAttribute(ID, SignInIds.ofSession(session.getId()).hex());
        session.setAttribute(CLAIMS, claims);
        session.setAttribute(SIGNED_IN_AT, Long.toString(signedInAt.toEpochMilli()));
        idle.ifPresent(time -> session.setMaxInactiveInterval(Math.toIntExact(time.toSeconds())));
        return of(session).orElseThrow();
    }

    private static HttpSession sessionWithNewId(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        return request.getSession(true);
    }

    /** The sign-in of a request. */
    public static Optional<OidcSignIn> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(OidcSession::of);
    }

    /** The sign-in of a session. */
    public static Optional<OidcSignIn> of(HttpSession session) {
        return text(session, ID)
                .flatMap(id -> text(session, CLAIMS)
                        .flatMap(Claims::parse)
                        .flatMap(claims -> text(session, SIGNED_IN_AT)
                                .map(at -> new OidcSignIn(
                                        Fingerprint.ofHex(id), claims, Instant.ofEpochMilli(Long.parseLong(at))))));
    }

    private static Optional<String> text(HttpSession session, String name) {
        return Optional.ofNullable(session.getAttribute(name)).map(value -> SessionValues.string(name, value));
    }

    /** Ends the sign-in of a request. The session itself is left: inside an application it has the application's things, too. */
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ID);
            session.removeAttribute(CLAIMS);
            session.removeAttribute(SIGNED_IN_AT);
        }
    }
}
