package io.github.tstoken.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A token of REST v2 as its operation answers it: custom tokens have a shape of their own. */
final class V2TokenAnswers {
    private final Settings settings;

    V2TokenAnswers(Settings settings) {
        this.settings = settings;
    }

    Map<String, Object> describe(V2Operation operation, Token token, User user) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", token.value());
        answer.put("creation_time_in_millis", millis(token.createdAt().toEpochMilli()));
        answer.put(
                "expiration_time_in_millis",
                millis(token.expiresAt().orElseThrow().toEpochMilli()));
        if (operation == V2Operation.CUSTOM) {
            answer.put("id", UUID.randomUUID().toString());
            answer.put("org", Orgs.describe(token.org()));
            answer.put("user", Map.of("id", user.id(), "name", user.name()));
        } else {
            answer.put("scope", scope(token));
            answer.put("valid_for_user_id", user.id());
            answer.put("valid_for_username", user.name());
        }
        return answer;
    }

    /** The token of a session, which has its user and no scope. */
    Map<String, Object> describe(Token token, User user) {
        Map<String, Object> answer = describe(V2Operation.FULL, token, user);
        answer.remove("scope");
        return answer;
    }

    private static Map<String, Object> scope(Token token) {
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("access_type", token.accessType());
        scope.put("org_id", token.org());
        scope.put("metadata_id", token.object().orElse(null));
        return scope;
    }

    private Object millis(long millis) {
        return settings.millisAsFloat() ? (Object) (double) millis : (Object) millis;
    }
}
