package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.config.Secret;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An answer of a token endpoint, read as RFC 6749 section 5 has it, and as servers of before have it: a form instead of JSON,
 * errors with status 200, commas between scopes. Nothing of it is believed because of its text alone.
 */
final class TokenAnswer {
    /** What lives longer is taken to live so long. */
    static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private static final Set<Integer> SPEAKING = Set.of(200, 400, 401, 403);
    private static final Set<String> JSON_TYPES = Set.of("text/json", "text/javascript", "text/plain", "");
    private static final Pattern JSON_TYPE = Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json");
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    /** RFC 6749 appendix A.12, without white space; long enough for every server there is. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,32768}");

    /** RFC 6749 section 5.2. */
    private static final Set<String> KNOWN_ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "invalid_token",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_token_type",
            "invalid_scope");

    private final int status;
    private final JsonNode members;

    private TokenAnswer(int status, JsonNode members) {
        this.status = status;
        this.members = members;
    }

    /** Reads an answer; one that cannot be understood has no members. */
    static TokenAnswer of(HttpAnswer answer) {
        Optional<JsonNode> members = SPEAKING.contains(answer.status()) ? members(answer) : Optional.empty();
        return new TokenAnswer(answer.status(), members.orElseGet(JsonNodeFactory.instance::objectNode));
    }

    private static Optional<JsonNode> members(HttpAnswer answer) {
        if (answer.contentType().equals(FORM_TYPE)) {
            return form(answer.body());
        }
        boolean isJson = JSON_TYPE.matcher(answer.contentType()).matches() || JSON_TYPES.contains(answer.contentType());
        return isJson ? Json.object(answer.body()) : Optional.empty();
    }

    private static Optional<JsonNode> form(String text) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        try {
            for (String pair : text.split("&", 100)) {
                String[] parts = pair.split("=", 2);
                String name = decode(parts[0]);
                if (members.has(name)) {
                    return Optional.empty();
                }
                members.put(name, parts.length == 2 ? decode(parts[1]) : "");
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(members);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The error that the server names, when it is one that there is. */
    Optional<String> error() {
        return text("error").filter(KNOWN_ERRORS::contains);
    }

    /** Whether it is one of these errors, said by the member {@code error}. */
    boolean isError(String... codes) {
        return error().filter(Arrays.asList(codes)::contains).isPresent();
    }

    /** Whether there are tokens in it. */
    boolean isIssued() {
        return status == 200
                && !members.has("error")
                && !members.path("ok").asText("true").equals("false");
    }

    /** Why there are none, in our words. */
    String reason() {
        return error().map(code -> "the provider says " + code)
                .orElse("the provider's answer is not understood, its status is " + status);
    }

    /** RFC 6749 section 7.1: "The client MUST NOT use an access token if it does not understand the token type." */
    Secret accessToken() {
        require(
                text("token_type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).equals("bearer"))
                        .isPresent(),
                "token_type is not Bearer");
        return token("access_token").orElseThrow(() -> wrong("it has no access_token"));
    }

    Optional<Secret> refreshToken() {
        return token("refresh_token");
    }

    Optional<Secret> idToken() {
        return token("id_token");
    }

    /** A token that is there has to be one. */
    private Optional<Secret> token(String name) {
        JsonNode value = members.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty())) {
            return Optional.empty();
        }
        require(value.isTextual() && TOKEN.matcher(value.asText()).matches(), name + " is no token");
        return Optional.of(Secret.of(value.asText()));
    }

    /**
     * What was granted.
     *
     * @param otherwise the scopes when the answer does not say. RFC 6749 section 5.1: "OPTIONAL, if identical to the scope
     *     requested by the client", which at a refresh is "the scope originally granted" (section 6)
     */
    Set<String> scopes(Collection<String> otherwise) {
        Set<String> granted = new LinkedHashSet<>(
                Arrays.asList(text("scope").orElse("").strip().split("[ ,]+")));
        granted.remove("");
        return granted.isEmpty() ? new LinkedHashSet<>(otherwise) : granted;
    }

    /**
     * How long the access token lives.
     *
     * @param otherwise the time when the answer does not say, or says what is no time
     */
    Duration lifetime(Duration otherwise) {
        JsonNode written = members.path("expires_in");
        double seconds = written.isNumber() ? written.doubleValue() : number(written);
        if (!(seconds >= 1)) {
            return otherwise;
        }
        return seconds < LONGEST_LIFE.toSeconds() ? Duration.ofSeconds((long) seconds) : LONGEST_LIFE;
    }

    private static double number(JsonNode written) {
        return written.isTextual() && written.asText().matches("[0-9]{1,12}")
                ? Double.parseDouble(written.asText())
                : 0;
    }

    private Optional<String> text(String name) {
        return Optional.of(members.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private static OAuthFailure wrong(String what) {
        return new OAuthFailure(Kind.UNAVAILABLE, "the answer of the token endpoint is wrong: " + what);
    }
}
