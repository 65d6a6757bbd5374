package io.github.tstoken.web;

import io.github.tstoken.config.Secret;
import io.github.tstoken.identity.Fingerprint;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookie by which a browser that comes back from a provider shows that it is the one that went there. It is one for all
 * flows that the browser has open; each keeps its hash. The only cookie that people get who are not signed in.
 *
 * @param value 256 random bits
 */
record FlowCookie(Secret value) {
    private static final String NAME = "ts-token-flow";
    private static final int SECONDS = 600;
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The cookie of a browser, or one that it gets with this answer. */
    static FlowCookie ofBeginning(HttpServletRequest request) {
        return broughtBy(request).orElseGet(FlowCookie::random);
    }

    /** The cookie that a browser has. Of two, one is not ours, and which one cannot be told. */
    static Optional<FlowCookie> broughtBy(HttpServletRequest request) {
        List<String> values = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 && FORM.matcher(values.get(0)).matches()
                ? Optional.of(new FlowCookie(Secret.of(values.get(0))))
                : Optional.empty();
    }

    private static FlowCookie random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FlowCookie(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    /** What a flow keeps of it. */
    String hash() {
        return Fingerprint.of("flow cookie", value.reveal()).hex();
    }

    /**
     * The value of {@code Set-Cookie}. Lax, since the browser brings it when another site, the provider, sends it back.
     *
     * @param mount the path of the mount point, such as {@code /ts-token}; empty at the root of a server
     */
    String setCookie(String mount) {
        return NAME + "=" + value.reveal() + "; Path=" + (mount.isEmpty() ? "/" : mount) + "; Max-Age=" + SECONDS
                + "; Secure; HttpOnly; SameSite=Lax";
    }
}
