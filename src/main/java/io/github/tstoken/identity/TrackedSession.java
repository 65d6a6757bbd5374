package io.github.tstoken.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session of the web application beside, tied to the server's single sign-on: the server ends it when the person signs out
 * of any application. It has nothing but the fingerprint of that sign-on.
 */
final class TrackedSession {
    private static final Logger LOG = LoggerFactory.getLogger(TrackedSession.class);
    private static final String ATTRIBUTE = TrackedSession.class.getName();

    private TrackedSession() {}

    /**
     * Ties a session to the sign-on of this request, which has a principal.
     *
     * @param life how long the session lasts at least; when it ends by itself, there must be nothing left to end
     */
    static void tie(HttpServletRequest request, HttpServletResponse response, Fingerprint signOn, Duration life) {
        HttpSession present = request.getSession(false);
        if (present != null && of(present).equals(Optional.of(signOn))) {
            return;
        }
        try {
            // Somebody is signed in already, so that no page is asked for; Tomcat ties the session by this.
            if (request.authenticate(response)) {
                HttpSession session = request.getSession(true);
                session.setAttribute(ATTRIBUTE, signOn.hex());
                session.setMaxInactiveInterval(Math.toIntExact(life.toSeconds()));
            }
        } catch (IOException | ServletException | IllegalStateException failure) {
            LOG.warn("the server gives no session by which the end of a sign-in could be heard of", failure);
        }
    }

    /** The sign-on that a session is tied to. */
    static Optional<Fingerprint> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof String hex
                ? Optional.of(Fingerprint.ofHex(hex))
                : Optional.empty();
    }
}
