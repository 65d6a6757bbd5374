package io.github.tstoken.standin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** REST v2's operations that mint tokens with the secret key. */
final class V2TokenApi {
    private static final Duration DEFAULT_VALIDITY = Duration.ofMinutes(5);

    private final Settings settings;
    private final Users users;
    private final Variables variables;
    private final Tokens tokens;
    private final Errors errors;
    private final V2BodyCheck check;
    private final V2TokenAnswers answers;

    V2TokenApi(Settings settings, Users users, Variables variables, Tokens tokens, Errors errors) {
        this.settings = settings;
        this.users = users;
        this.variables = variables;
        this.tokens = tokens;
        this.errors = errors;
        this.check = new V2BodyCheck(variables.names());
        this.answers = new V2TokenAnswers(settings);
    }

    void addTo(Routes routes) {
        for (V2Operation operation : V2Operation.values()) {
            routes.on("POST", operation.path(), request -> mint(request, operation));
        }
    }

    private Answer mint(Request request, V2Operation operation) {
        if (!request.hasContentType("application/json")) {
            return errors.v2Invalid("Content-Type must be application/json");
        }
        if (request.header("user-agent").isEmpty()) {
            return errors.v2Invalid("User-Agent is required");
        }
        Optional<V2Body> body = Json.object(request.body()).map(json -> new V2Body(operation, json));
        if (body.isEmpty()) {
            return errors.v2Invalid("The body is not a JSON object");
        }
        List<String> notes = body.get().notes();
        return check.mistakeIn(body.get())
                .map(errors::v2Invalid)
                .or(() -> refusal(body.get()))
                .orElseGet(() -> mintFor(body.get()))
                .noting(notes);
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
        return org.isEmpty() || body.org().orElse(org.get()).equals(org.get())
                ? Optional.empty()
                : Optional.of(errors.v2Forbidden("The secret key is the one of another org."));
    }

    private Answer mintFor(V2Body body) {
        String username = body.text("username").orElseThrow();
        provision(body, username);
        Optional<User> user = users.find(username);
        if (user.isEmpty()) {
            return errors.v2Invalid("User " + username + " not found.");
        }
        if (user.get().locked()) {
            return errors.v2Forbidden("The account of the user is locked or inactive.");
        }
        int org = askedOrg(body).orElseGet(() -> Orgs.usual(user.get().orgs()));
        return user.get().orgs().contains(org)
                ? minted(body, user.get(), org)
                : errors.v2Forbidden("The user has no access to the org " + org + ".");
    }

    /** A custom token makes a user and never changes one; the others change whom they find. */
    private void provision(V2Body body, String username) {
        boolean leavesAlone =
                body.operation() == V2Operation.CUSTOM && users.find(username).isPresent();
        if (body.createsUsers() && !leavesAlone) {
            users.provision(
                    username,
                    askedOrg(body).orElse(0),
                    body.text("display_name").orElse(username),
                    body.text("email").orElse(""),
                    body.groups());
        }
    }

    private Optional<Integer> askedOrg(V2Body body) {
        return body.org().or(() -> settings.orgOf(body.text("secret_key").orElseThrow()));
    }

    private Answer minted(V2Body body, User user, int org) {
        body.text("persist_option").ifPresent(option -> variables.persist(user.name(), option, body.variableValues()));
        Duration validity =
                body.number("validity_time_in_sec").map(Duration::ofSeconds).orElse(DEFAULT_VALIDITY);
        Token token = tokens.mintV2(user.name(), org, body.text("object_id"), validity);
        return Answer.json(200, answers.describe(body.operation(), token, user));
    }
}
