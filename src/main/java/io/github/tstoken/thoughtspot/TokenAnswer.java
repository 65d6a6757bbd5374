package io.github.tstoken.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * A token as REST v2 answers it. It is only handed out after {@link #mismatch} found nothing. Custom tokens name their user
 * and their Org in other places than the other kinds.
 */
final class TokenAnswer {
    /** How much longer than asked a token may live: the clocks of two servers differ. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private static final double LAST_MILLIS = 253_402_300_799_999d; // the end of the year 9999

    private final Secret token;
    private final JsonNode fields;

    private TokenAnswer(Secret token, JsonNode fields) {
        this.token = token;
        this.fields = fields;
    }

    /** The answer that a body is, or empty when it is no JSON object with a token in it. */
    static Optional<TokenAnswer> parse(String body) {
        return Json.object(body)
                .flatMap(fields ->
                        text(fields.path("token")).flatMap(TokenForm::v2).map(token -> new TokenAnswer(token, fields)));
    }

    Secret token() {
        return token;
    }

    /** What does not fit the request, for our log; empty when all of it fits. */
    Optional<String> mismatch(TokenRequest request, Instant now) {
        if (!text(user(request)).equals(Optional.of(request.username()))) {
            return Optional.of("a token for another user");
        }
        if (!isForOrg(request)) {
            return Optional.of("a token for another Org");
        }
        if (!hasScope(request.object())) {
            return Optional.of("a token for something else");
        }
        return hasLife(request.validity(), now) ? Optional.empty() : Optional.of("a token with another life");
    }

    private JsonNode user(TokenRequest request) {
        return request.isCustom() ? fields.at("/user/name") : fields.path("valid_for_username");
    }

    private JsonNode org(TokenRequest request) {
        return request.isCustom() ? fields.at("/org/id") : scope().path("org_id");
    }

    private boolean isForOrg(TokenRequest request) {
        if (request.org().isEmpty()) {
            return true;
        }
        int asked = request.org().getAsInt();
        JsonNode org = org(request);
        // "org" is a required field of a custom token's answer, "scope.org_id" is an optional one
        return (isId(org, asked) || (isAbsent(org) && !request.isCustom()))
                && StreamSupport.stream(scope().path("org_ids").spliterator(), false)
                        .allMatch(one -> isId(one.path("id"), asked));
    }

    private static boolean isId(JsonNode node, int id) {
        return node.isInt() && node.intValue() == id;
    }

    private boolean hasScope(Optional<Guid> object) {
        Optional<String> accessType = text(scope().path("access_type"));
        JsonNode metadata = scope().path("metadata_id");
        if (object.isPresent()) {
            return accessType.equals(Optional.of("REPORT_BOOK_VIEW"))
                    && text(metadata).flatMap(Guid::parse).equals(object);
        }
        return accessType.orElse("FULL").equals("FULL") && isAbsent(metadata);
    }

    private boolean hasLife(Duration asked, Instant now) {
        Instant latest = now.plus(asked).plus(CLOCK_TOLERANCE);
        return expiresAt()
                .filter(end -> end.isAfter(now) && !end.isAfter(latest))
                .isPresent();
    }

    /** The token for handing out. A time of creation that is missing or none is the time of its arrival. */
    LoginToken loginToken(TokenRequest request, Instant now) {
        JsonNode org = org(request);
        return new LoginToken(
                token,
                request.username(),
                org.isInt() ? OptionalInt.of(org.intValue()) : request.org(),
                createdAt().orElse(now),
                expiresAt());
    }

    private JsonNode scope() {
        return fields.path("scope");
    }

    private Optional<Instant> createdAt() {
        return instant(fields.path("creation_time_in_millis"));
    }

    private Optional<Instant> expiresAt() {
        return instant(fields.path("expiration_time_in_millis"));
    }

    /** Milliseconds, which may be written as a float ({@code 1.72427743E12}); a double has them exactly. */
    private static Optional<Instant> instant(JsonNode millis) {
        if (!millis.isNumber() || !(millis.doubleValue() >= 0) || millis.doubleValue() > LAST_MILLIS) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli((long) millis.doubleValue()));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
