package io.github.tstoken.standin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** The switches of a cluster. Each can be turned at any time, from any thread. */
public final class Settings {
    /** How the session cookie is marked. */
    public enum CookieMode {
        /** {@code SameSite=Lax}: for pages of the same site. */
        LAX,
        /** {@code SameSite=None; Secure}: for pages of other sites. */
        NONE,
        /** {@code SameSite=None; Secure; Partitioned}. */
        PARTITIONED
    }

    /** The two shapes in which REST v2 has been seen to write an error. */
    public enum ErrorShape {
        /** {@code error.message.code}, as the API's specification has it. */
        SPECIFIED,
        /** {@code error.message.debug.code}, as live clusters answer. */
        NESTED
    }

    private final Set<String> allowedOrigins = new CopyOnWriteArraySet<>();
    private final Set<String> redirectAuthorities = new CopyOnWriteArraySet<>();
    private final Map<Integer, String> orgSecretKeys = new ConcurrentHashMap<>();
    private volatile String secretKey = UUID.randomUUID().toString();
    private volatile boolean trustedAuthentication = true;
    private volatile CookieMode cookieMode = CookieMode.LAX;
    private volatile ErrorShape errorShape = ErrorShape.SPECIFIED;
    private volatile boolean millisAsFloat;
    private volatile boolean rateLimited;

    Settings() {}

    /** Origins, exactly as a browser writes them, that may call the cluster and frame its pages. */
    public Set<String> allowedOrigins() {
        return allowedOrigins;
    }

    /** What {@code redirect_url} may lead to, as {@code host:port}; the stand-in's own is there at the start. */
    public Set<String> redirectAuthorities() {
        return redirectAuthorities;
    }

    /** The secret key of trusted authentication. */
    public String secretKey() {
        return secretKey;
    }

    /** Replaces the secret key. The old one is refused from now on: ThoughtSpot has no overlap. */
    public void secretKey(String key) {
        secretKey = key;
    }

    /** Secret keys that are good for one Org alone, by the Org's number; none at the start. */
    public Map<Integer, String> orgSecretKeys() {
        return orgSecretKeys;
    }

    boolean isSecretKey(String key) {
        return secretKey.equals(key) || orgSecretKeys.containsValue(key);
    }

    /** The one Org that a key is good for; empty for the cluster's key. */
    Optional<Integer> orgOf(String key) {
        return orgSecretKeys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A text without any secret key. */
    String masked(String text) {
        String masked = text.replace(secretKey, "***");
        for (Map.Entry<Integer, String> org : orgSecretKeys.entrySet()) {
            masked = masked.replace(org.getValue(), "*** of Org " + org.getKey());
        }
        return masked;
    }

    /** Whether trusted authentication is on. */
    public boolean trustedAuthentication() {
        return trustedAuthentication;
    }

    /** Turns trusted authentication on or off. */
    public void trustedAuthentication(boolean on) {
        trustedAuthentication = on;
    }

    /** How the session cookie is marked; {@link CookieMode#LAX} at the start. */
    public CookieMode cookieMode() {
        return cookieMode;
    }

    /** Changes how session cookies are marked from now on. */
    public void cookieMode(CookieMode mode) {
        cookieMode = mode;
    }

    /** How REST v2 writes errors; {@link ErrorShape#SPECIFIED} at the start. */
    public ErrorShape errorShape() {
        return errorShape;
    }

    /** Changes how REST v2 writes errors. */
    public void errorShape(ErrorShape shape) {
        errorShape = shape;
    }

    /** Whether more than 100 requests a second, and ten at once, are refused with 429; off at the start. */
    public boolean rateLimited() {
        return rateLimited;
    }

    /** Turns ThoughtSpot Cloud's limit per client address on or off. */
    public void rateLimited(boolean on) {
        rateLimited = on;
    }

    /** Whether times are written like {@code 1.72427743E12}, which JSON allows. */
    public boolean millisAsFloat() {
        return millisAsFloat;
    }

    /** Changes how times are written. */
    public void millisAsFloat(boolean on) {
        millisAsFloat = on;
    }
}
