package io.github.tstoken.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single sign-on by which the server tells the web application beside others who is signed in, and what can be seen of it
 * when it names nobody. Seen from here, a server without single sign-on and a person who is not signed in look alike; so both
 * are said, and it is logged once, and only until somebody was known.
 */
final class SharedSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSignIn.class);

    private final String cookie;
    private final AtomicBoolean settled = new AtomicBoolean();

    /** The single sign-on whose cookie has this name. */
    SharedSignIn(String cookie) {
        this.cookie = cookie;
    }

    /** Somebody was known: the single sign-on works. */
    void worked() {
        settled.set(true);
    }

    /** Why this request may be one of nobody, in a few sentences for whoever sets up the server. */
    String absence(HttpServletRequest request) {
        String reason = reason(cameWith(request));
        if (!settled.getAndSet(true)) {
            LOG.warn("nobody has been known here since the start. Where people are signed in all the same: {}", reason);
        }
        return reason;
    }

    private boolean cameWith(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .map(Cookie::getName)
                .anyMatch(cookie::equals);
    }

    private String reason(boolean came) {
        return came
                ? "The cookie " + cookie + " came, but the server knows nobody by it: that sign-in has ended, or the"
                        + " application signs people in with another realm or security domain than ts-token has, or the server"
                        + " is WildFly and the login-config of ts-token is not FORM."
                : "No single sign-on cookie " + cookie
                        + " came with this request: nobody is signed in, or the server's single"
                        + " sign-on is off (server-config of ts-token turns it on), or the application does not sign people in"
                        + " with the container (on WildFly: with FORM), or the cookie has another path, or a name that tstoken.identity.sso-cookie does"
                        + " not have.";
    }
}
