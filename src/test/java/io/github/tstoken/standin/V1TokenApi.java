package io.github.tstoken.standin;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** REST v1's token operation: a form comes, the bare token goes. */
final class V1TokenApi {
    private static final Pattern ORG = Pattern.compile("\\d{1,9}");

    private final Settings settings;
    private final Users users;
    private final Tokens tokens;

    V1TokenApi(Settings settings, Users users, Tokens tokens) {
        this.settings = settings;
        this.users = users;
        this.tokens = tokens;
    }

    void addTo(Routes routes) {
        Paths.v1("/session/auth/token").forEach(path -> routes.on("POST", path, this::mint));
    }

    private Answer mint(Request request) {
        if (!request.hasContentType("application/x-www-form-urlencoded")) {
            return Answer.empty(415);
        }
        if (request.header("user-agent").isEmpty()) {
            return invalid("User-Agent");
        }
        if (!settings.trustedAuthentication()) {
            return Errors.v1(500, 10000, "Trusted authentication is not enabled");
        }
        Map<String, String> form = request.parameters();
        if (!settings.isSecretKey(form.getOrDefault("secret_key", ""))) {
            return Errors.v1(401, 10097, "Unauthorized");
        }
        Optional<Integer> keyOrg = settings.orgOf(form.get("secret_key"));
        if (keyOrg.isPresent() && !keyOrg.get().toString().equals(form.get("orgid"))) {
            return Errors.v1(401, 10097, "Unauthorized");
        }
        return badParameter(form).map(V1TokenApi::invalid).orElseGet(() -> mintFor(form));
    }

    private static Optional<String> badParameter(Map<String, String> form) {
        String level = form.getOrDefault("access_level", "");
        boolean forObject = level.equals("REPORT_BOOK_VIEW");
        if (form.getOrDefault("username", "").isEmpty()) {
            return Optional.of("username");
        }
        if (!forObject && !level.equals("FULL")) {
            return Optional.of("access_level");
        }
        if (forObject && form.getOrDefault("id", "").isEmpty()) {
            return Optional.of("id");
        }
        if (!ORG.matcher(form.getOrDefault("orgid", "0")).matches()) {
            return Optional.of("orgid");
        }
        return Json.texts(form.getOrDefault("groups", "[]")).isEmpty() ? Optional.of("groups") : Optional.empty();
    }

    /** REST v1 adds groups and takes none away. */
    private Optional<Set<String>> groupsWith(String username, Map<String, String> form) {
        return Optional.ofNullable(form.get("groups")).flatMap(Json::texts).map(added -> {
            Set<String> groups = new HashSet<>(added);
            users.find(username).ifPresent(user -> groups.addAll(user.groups()));
            return groups;
        });
    }

    private Answer mintFor(Map<String, String> form) {
        String username = form.get("username");
        Optional<Integer> org = Optional.ofNullable(form.get("orgid")).map(Integer::valueOf);
        if (Boolean.parseBoolean(form.get("autocreate"))) {
            String displayName = form.getOrDefault("display_name", username);
            String email = form.getOrDefault("email", "");
            users.provision(username, org.orElse(0), displayName, email, groupsWith(username, form));
        }
        Optional<User> user = users.find(username);
        if (user.isEmpty()) {
            return Errors.v1(400, 10008, "User " + username + " not found");
        }
        Set<Integer> orgs = user.get().orgs();
        if (org.isPresent() && !orgs.contains(org.get())) {
            return invalid("orgid");
        }
        Optional<String> object = Optional.ofNullable(form.get("id")).filter(id -> !id.isEmpty());
        Token token = tokens.mintV1(username, org.orElseGet(() -> Orgs.usual(orgs)), object);
        return Answer.of(200, "text/plain", token.value());
    }

    private static Answer invalid(String name) {
        return Errors.v1(400, 10002, "Invalid parameter values " + name);
    }
}
