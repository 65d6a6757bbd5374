package io.github.tstoken.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The body of a REST v2 token request, with the types that ThoughtSpot's specification gives its fields. */
record V2Body(JsonNode json) {
    private static final Set<String> FIELDS = Set.of(
            "username",
            "password",
            "secret_key",
            "validity_time_in_sec",
            "org_id",
            "email",
            "display_name",
            "auto_create",
            "group_identifiers",
            "user_parameters",
            "object_id");
    private static final List<String> TEXTS =
            List.of("username", "password", "secret_key", "email", "display_name", "object_id");

    /** The first field of a wrong type. */
    Optional<String> wronglyTyped() {
        return TEXTS.stream()
                .filter(name -> isNot(name, JsonNode::isTextual))
                .findFirst()
                .or(() -> wrong("org_id", JsonNode::canConvertToInt))
                .or(() -> wrong("validity_time_in_sec", node -> node.canConvertToInt() && node.intValue() > 0))
                .or(() -> wrong("auto_create", node -> node.isBoolean() || node.isNull()))
                .or(() -> wrong("group_identifiers", JsonNode::isArray));
    }

    /** Notes about fields that ThoughtSpot does not know and ignores. */
    List<String> notes() {
        return json.properties().stream()
                .filter(field -> !FIELDS.contains(field.getKey()))
                .map(field -> "unknown field " + field.getKey())
                .toList();
    }

    Optional<String> text(String name) {
        return Optional.of(json.path(name).asText("")).filter(value -> !value.isEmpty());
    }

    Optional<Integer> number(String name) {
        return json.has(name) ? Optional.of(json.get(name).intValue()) : Optional.empty();
    }

    boolean isTrue(String name) {
        return json.path(name).asBoolean(false);
    }

    Optional<Set<String>> groups() {
        if (!json.has("group_identifiers")) {
            return Optional.empty();
        }
        Set<String> groups = new HashSet<>();
        StreamSupport.stream(json.get("group_identifiers").spliterator(), false)
                .map(JsonNode::asText)
                .forEach(groups::add);
        return Optional.of(groups);
    }

    private Optional<String> wrong(String name, Predicate<JsonNode> isRight) {
        return isNot(name, isRight) ? Optional.of(name) : Optional.empty();
    }

    private boolean isNot(String name, Predicate<JsonNode> isRight) {
        return json.has(name) && !isRight.test(json.get(name));
    }
}
