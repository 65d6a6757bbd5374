package io.github.tstoken.standin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** REST v2's operations that mint tokens with the secret key. */
final class V2TokenApi {
    private static final Duration DEFAULT_VALIDITY = Duration.ofMinutes(5);

    private final Settings settings;
    private final Users users;
    private final Tokens tokens;
    private final Errors errors;

    V2TokenApi(Settings settings, Users users, Tokens tokens, Errors errors) {
        this.settings = settings;
        this.users = users;
        this.tokens = tokens;
        this.errors = errors;
    }

    void addTo(Routes routes) {
        routes.on("POST", Paths.V2_FULL, request -> mint(request, false));
        routes.on("POST", Paths.V2_OBJECT, request -> mint(request, true));
    }

    private Answer mint(Request request, boolean forObject) {
        if (!request.hasContentType("application/json")) {
            return errors.v2Invalid("Content-Type must be application/json");
        }
        if (request.header("user-agent").isEmpty()) {
            return errors.v2Invalid("User-Agent is required");
        }
        Optional<V2Body> body = Json.object(request.body()).map(V2Body::new);
        if (body.isEmpty()) {
            return errors.v2Invalid("The body is not a JSON object");
        }
        List<String> notes = body.get().notes();
        return mistake(body.get(), forObject)
                .map(errors::v2Invalid)
                .or(() -> refusal(body.get()))
                .orElseGet(() -> mintFor(body.get()))
                .noting(notes);
    }

    private static Optional<String> mistake(V2Body body, boolean forObject) {
        Optional<String> wronglyTyped = body.wronglyTyped();
        if (wronglyTyped.isPresent()) {
            return Optional.of("Invalid value for " + wronglyTyped.get());
        }
        if (body.text("username").isEmpty()) {
            return Optional.of("username must be provided.");
        }
        if (body.text("secret_key").isEmpty()) {
            return Optional.of("Either secret_key or password must be provided.");
        }
        if (body.text("password").isPresent()) {
            return Optional.of("CHOICE: secret_key and password together are ambiguous.");
        }
        return forObject && body.text("object_id").isEmpty()
                ? Optional.of("object_id must be provided.")
                : Optional.empty();
    }

    private Optional<Answer> refusal(V2Body body) {
        if (!settings.trustedAuthentication()) {
            return Optional.of(
                    errors.v2Forbidden("Trusted authentication is not enabled for this cluster or organization."));
        }
        String key = body.text("secret_key").orElseThrow();
        if (!settings.isSecretKey(key)) {
            return Optional.of(errors.v2Unauthorized());
        }
        Optional<Integer> org = settings.orgOf(key);
        return org.isEmpty() || body.number("org_id").orElse(org.get()).equals(org.get())
                ? Optional.empty()
                : Optional.of(errors.v2Forbidden("The secret key is the one of another org."));
    }

    /** CHOICE for a user of whom nothing else is known: the lowest Org. */
    private int orgOf(V2Body body, User user) {
        return body.number("org_id")
                .or(() -> settings.orgOf(body.text("secret_key").orElseThrow()))
                .orElseGet(() -> Orgs.usual(user.orgs()));
    }

    private Answer mintFor(V2Body body) {
        String username = body.text("username").orElseThrow();
        if (body.isTrue("auto_create")) {
            String displayName = body.text("display_name").orElse(username);
            users.provision(
                    username,
                    body.number("org_id").orElse(0),
                    displayName,
                    body.text("email").orElse(""),
                    body.groups());
        }
        Optional<User> user = users.find(username);
        if (user.isEmpty()) {
            return errors.v2Invalid("User " + username + " not found.");
        }
        if (user.get().locked()) {
            return errors.v2Forbidden("The account of the user is locked or inactive.");
        }
        Set<Integer> orgs = user.get().orgs();
        int org = orgOf(body, user.get());
        return orgs.contains(org)
                ? minted(body, user.get(), org)
                : errors.v2Forbidden("The user has no access to the org " + org + ".");
    }

    private Answer minted(V2Body body, User user, int org) {
        Duration validity =
                body.number("validity_time_in_sec").map(Duration::ofSeconds).orElse(DEFAULT_VALIDITY);
        Token token = tokens.mintV2(user.name(), org, body.text("object_id"), validity);
        return Answer.json(200, describe(token, user));
    }

    private Map<String, Object> describe(Token token, User user) {
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("access_type", token.accessType());
        scope.put("org_id", token.org());
        scope.put("metadata_id", token.object().orElse(null));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", token.value());
        answer.put("creation_time_in_millis", millis(token.createdAt().toEpochMilli()));
        answer.put(
                "expiration_time_in_millis",
                millis(token.expiresAt().orElseThrow().toEpochMilli()));
        answer.put("scope", scope);
        answer.put("valid_for_user_id", user.id());
        answer.put("valid_for_username", user.name());
        return answer;
    }

    private Object millis(long millis) {
        return settings.millisAsFloat() ? (Object) (double) millis : (Object) millis;
    }
}
