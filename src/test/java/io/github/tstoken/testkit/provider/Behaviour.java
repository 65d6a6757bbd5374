package io.github.tstoken.testkit.provider;

import java.time.Duration;
import java.util.Optional;

/** What the provider is like; everything can change while it runs. */
public final class Behaviour {
    /** Who is signed in at the provider, and agrees to everything. */
    public volatile String person = "bob";
    /** False for a plain OAuth 2.0 server: no metadata, no ID tokens. */
    public volatile boolean openId = true;
    /** Whether each refresh gives a new refresh token, and the old one used again ends the grant. */
    public volatile boolean rotates = true;
    /** Whether there are refresh tokens at all. */
    public volatile boolean refreshable = true;
    /** The member {@code expires_in} as it is written in JSON; empty to leave it out. */
    public volatile Optional<String> expiresIn = Optional.of("300");
    /** As GitHub: a form, unless the request asks for JSON, errors with status 200, commas between scopes. */
    public volatile boolean likeGitHub;
    /** Whether it says who answers (RFC 9207), and that it always does. */
    public volatile boolean namesItself = true;
    /** Whether its metadata are where RFC 8414 has them, and not where OpenID Connect Discovery does. */
    public volatile boolean movedMetadata;
    /** Whether a refresh gives an ID token, too. */
    public volatile boolean idTokenAtRefresh = true;
    /** What a person agrees to instead of all that was asked for. */
    public volatile Optional<String> agreesTo = Optional.empty();
    /** Whether tokens come with what is granted. */
    public volatile boolean saysScope = true;
    /** What a person answers: {@code access_denied} for one who does not agree. */
    public volatile Optional<String> refusal = Optional.empty();
    /** How long an answer of the token endpoint takes: between these two. */
    public volatile Duration fastest = Duration.ZERO;

    public volatile Duration slowest = Duration.ZERO;
    /** What the endpoint of that path answers, instead of what is right; empty path for none. */
    public volatile String faultyPath = "";

    public volatile Answer fault = new Answer(503, "text/html", "<h1>Service Unavailable</h1>");

    Behaviour() {}

    /** The endpoint of this path answers so from now on, whatever it is asked. */
    public void answersAt(String path, int status, String contentType, String body) {
        fault = new Answer(status, contentType, body);
        faultyPath = path;
    }

    /** Everything is answered rightly again. */
    public void isWell() {
        faultyPath = "";
    }
}
