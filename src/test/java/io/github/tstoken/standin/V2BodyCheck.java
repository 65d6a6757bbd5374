package io.github.tstoken.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is wrong with a REST v2 token request, by the types and rules of ThoughtSpot's specification. */
final class V2BodyCheck {
    private static final Map<String, Predicate<JsonNode>> TYPES = Map.ofEntries(
            Map.entry("username", JsonNode::isTextual),
            Map.entry("password", JsonNode::isTextual),
            Map.entry("secret_key", JsonNode::isTextual),
            Map.entry("email", JsonNode::isTextual),
            Map.entry("display_name", JsonNode::isTextual),
            Map.entry("object_id", JsonNode::isTextual),
            Map.entry("org_identifier", JsonNode::isTextual),
            Map.entry("persist_option", JsonNode::isTextual),
            Map.entry("org_id", JsonNode::canConvertToInt),
            Map.entry("validity_time_in_sec", node -> node.canConvertToInt() && node.intValue() > 0),
            Map.entry("auto_create", node -> node.isBoolean() || node.isNull()),
            Map.entry("group_identifiers", node -> isArrayOf(node, JsonNode::isTextual)),
            Map.entry(
                    "groups",
                    node -> isArrayOf(node, group -> group.path("identifier").isTextual())),
            Map.entry("variable_values", node -> isArrayOf(node, V2BodyCheck::isVariable)));
    private static final Set<String> OPTIONS_WITH_VALUES = Set.of("REPLACE", "APPEND");
    private static final Set<String> OPTIONS_WITHOUT = Set.of("NONE", "RESET");

    private final Set<String> variables;

    /**
     * A check.
     *
     * @param variables the variables that the cluster has
     */
    V2BodyCheck(Set<String> variables) {
        this.variables = variables;
    }

    Optional<String> mistakeIn(V2Body body) {
        return wronglyTyped(body)
                .or(() -> missing(body, "username"))
                .or(() -> missing(body, "secret_key"))
                .or(() -> body.text("password").map(any -> "CHOICE: secret_key and password together are ambiguous."))
                .or(() -> switch (body.operation()) {
                    case FULL -> Optional.<String>empty();
                    case OBJECT -> missing(body, "object_id");
                    case CUSTOM -> mistakeInCustom(body);
                });
    }

    private static Optional<String> wronglyTyped(V2Body body) {
        return body.json().properties().stream()
                .filter(field -> body.operation().knows(field.getKey()))
                .filter(field ->
                        !TYPES.getOrDefault(field.getKey(), any -> true).test(field.getValue()))
                .map(field -> "Invalid value for " + field.getKey())
                .findFirst();
    }

    private static Optional<String> missing(V2Body body, String field) {
        return body.text(field).isPresent() ? Optional.empty() : Optional.of(field + " must be provided.");
    }

    private Optional<String> mistakeInCustom(V2Body body) {
        String option = body.text("persist_option").orElse("");
        boolean hasValues = body.json().has("variable_values");
        if (!OPTIONS_WITH_VALUES.contains(option) && (hasValues || !OPTIONS_WITHOUT.contains(option))) {
            return Optional.of("Invalid persistOption: '" + option + "'.");
        }
        if (body.text("org_identifier").isPresent() && body.org().isEmpty()) {
            return Optional.of("The org does not exist.");
        }
        List<String> unknown = body.variableValues().keySet().stream()
                .filter(name -> !variables.contains(name))
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of("Invalid variables " + unknown);
    }

    private static boolean isVariable(JsonNode node) {
        return node.path("name").isTextual()
                && isArrayOf(node.path("values"), value -> value.isTextual() || value.isNumber() || value.isBoolean());
    }

    private static boolean isArrayOf(JsonNode node, Predicate<JsonNode> element) {
        return node.isArray() && V2Body.elements(node).allMatch(element);
    }
}
