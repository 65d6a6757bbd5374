package io.github.tstoken.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The body of a REST v2 token request. What it says is only to be read after {@link V2BodyCheck} found no mistake. */
record V2Body(V2Operation operation, JsonNode json) {

    /** Notes about fields that this operation does not know and ignores. */
    List<String> notes() {
        return json.properties().stream()
                .filter(field -> !operation.knows(field.getKey()))
                .map(field -> "unknown field " + field.getKey())
                .toList();
    }

    Optional<String> text(String name) {
        return known(name).map(JsonNode::asText).filter(value -> !value.isEmpty());
    }

    Optional<Integer> number(String name) {
        return known(name).map(JsonNode::intValue);
    }

    /** The Org that is named, by number or by name. */
    Optional<Integer> org() {
        return number("org_id").or(() -> text("org_identifier").flatMap(Orgs::find));
    }

    /** Whether an unknown user is to be made: what is not said is no for two operations, and yes for the third. */
    boolean createsUsers() {
        return known("auto_create").filter(JsonNode::isBoolean).isEmpty()
                ? operation == V2Operation.CUSTOM
                : json.path("auto_create").booleanValue();
    }

    Optional<Set<String>> groups() {
        return known("group_identifiers")
                .map(groups -> names(elements(groups)))
                .or(() ->
                        known("groups").map(groups -> names(elements(groups).map(group -> group.path("identifier")))));
    }

    Map<String, List<String>> variableValues() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        known("variable_values").stream()
                .flatMap(V2Body::elements)
                .forEach(variable -> values.put(
                        variable.path("name").asText(),
                        elements(variable.path("values")).map(JsonNode::asText).toList()));
        return values;
    }

    private Optional<JsonNode> known(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> operation.knows(name));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> names(Stream<JsonNode> nodes) {
        Set<String> names = new HashSet<>();
        nodes.map(JsonNode::asText).forEach(names::add);
        return names;
    }
}
