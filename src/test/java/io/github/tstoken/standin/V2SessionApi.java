package io.github.tstoken.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** REST v2's operations for somebody who has a token already: validate, revoke, who am I. */
final class V2SessionApi {
    private static final Duration SESSION_TOKEN_LIFE = Duration.ofHours(24);

    private final Users users;
    private final Tokens tokens;
    private final Authentication authentication;
    private final StandInClock clock;
    private final Errors errors;
    private final V2TokenAnswers answers;

    V2SessionApi(
            Users users,
            Tokens tokens,
            Authentication authentication,
            StandInClock clock,
            Errors errors,
            V2TokenAnswers answers) {
        this.users = users;
        this.tokens = tokens;
        this.authentication = authentication;
        this.clock = clock;
        this.errors = errors;
        this.answers = answers;
    }

    void addTo(Routes routes) {
        routes.on("POST", Paths.V2_VALIDATE, this::validate);
        routes.on("POST", Paths.V2_REVOKE, this::revoke);
        routes.on("GET", "/api/rest/2.0/auth/session/user", this::user);
        routes.on("GET", Paths.V2_SESSION_TOKEN, this::token);
    }

    private Answer validate(Request request) {
        if (authentication.tokenOf(request).isEmpty()) {
            return errors.v2Unauthorized();
        }
        Optional<Token> token = named(request, "token").flatMap(tokens::find);
        if (token.isEmpty()) {
            return errors.v2Invalid("The token is malformed.");
        }
        return token.get().isActiveAt(clock.instant())
                ? Answer.json(200, describe(token.get()))
                : errors.v2Invalid("The token has expired.");
    }

    private Answer revoke(Request request) {
        Optional<Token> bearer = authentication.tokenOf(request);
        if (bearer.isEmpty()) {
            return errors.v2Unauthorized();
        }
        Optional<String> value = named(request, "token");
        Optional<String> username = named(request, "user_identifier");
        if (value.isEmpty() && username.isEmpty()) {
            return errors.v2Invalid("Either user_identifier or token must be provided.");
        }
        String owner = value.flatMap(tokens::find)
                .map(Token::username)
                .or(() -> username)
                .orElse("");
        if (!owner.equals(bearer.get().username())) {
            return errors.v2Forbidden("Insufficient privileges to revoke another user's token.");
        }
        value.ifPresentOrElse(tokens::revoke, () -> tokens.revokeAllOf(owner));
        return Answer.empty(204);
    }

    private Answer user(Request request) {
        return authentication
                .tokenOf(request)
                .map(token -> Answer.json(
                        200, describe(token, users.find(token.username()).orElseThrow())))
                .orElseGet(errors::v2Unauthorized);
    }

    /** Whoever has a token gets another one with a life of its own: that is ThoughtSpot's API. */
    private Answer token(Request request) {
        return authentication
                .tokenOf(request)
                .map(token -> Answer.json(200, sessionToken(token)))
                .orElseGet(errors::v2Unauthorized);
    }

    private Map<String, Object> sessionToken(Token token) {
        Token longer = tokens.mintV2(token.username(), token.org(), token.object(), SESSION_TOKEN_LIFE);
        return answers.describe(longer, users.find(token.username()).orElseThrow());
    }

    private static Optional<String> named(Request request, String field) {
        return Json.object(request.body())
                .map(body -> body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private Map<String, Object> describe(Token token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("creation_time_in_millis", token.createdAt().toEpochMilli());
        answer.put(
                "expiration_time_in_millis",
                token.expiresAt().map(Instant::toEpochMilli).orElse(null));
        answer.put("scope", Map.of("access_type", token.accessType(), "org_id", token.org()));
        answer.put(
                "valid_for_user_id", users.find(token.username()).orElseThrow().id());
        answer.put("token_type", "BEARER");
        return answer;
    }

    private static Map<String, Object> describe(Token token, User user) {
        return Map.of(
                "id", user.id(),
                "name", user.name(),
                "display_name", user.displayName(),
                "visibility", "SHARABLE",
                "account_status", user.locked() ? "LOCKED" : "ACTIVE",
                "email", user.email(),
                "current_org", Orgs.describe(token.org()),
                "orgs", user.orgs().stream().map(Orgs::describe).toList(),
                "user_groups", user.groups());
    }
}
