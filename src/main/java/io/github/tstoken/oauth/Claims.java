package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a valid token says, by claim name. What lies in an object has the names on the way to it, with dots between them. */
public final class Claims {
    private final Map<String, List<String>> values;

    private Claims(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    static Claims of(JsonNode claims) {
        Map<String, List<String>> values = new TreeMap<>();
        collect("", claims, values);
        // A name that has dots itself, such as an address, stands for itself.
        claims.properties()
                .forEach(claim -> texts(claim.getValue()).ifPresent(texts -> values.put(claim.getKey(), texts)));
        return new Claims(values);
    }

    private static void collect(String prefix, JsonNode object, Map<String, List<String>> values) {
        object.properties().forEach(member -> {
            String name = prefix + member.getKey();
            if (member.getValue().isObject()) {
                collect(name + ".", member.getValue(), values);
            } else {
                texts(member.getValue()).ifPresent(texts -> values.putIfAbsent(name, texts));
            }
        });
    }

    /** A text is one value and is never split; a list of texts has several; what has other things in it has none. */
    private static Optional<List<String>> texts(JsonNode value) {
        List<JsonNode> each = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each::add);
        } else {
            each.add(value);
        }
        boolean plain = each.stream().allMatch(one -> one.isTextual() || one.isIntegralNumber() || one.isBoolean());
        return plain ? Optional.of(each.stream().map(JsonNode::asText).toList()) : Optional.empty();
    }

    /** The values of a claim: texts, whole numbers and truth values, as they are written in JSON; none when it is not there. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Every claim that has values. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** All of it as one text, for {@link #parse}. */
    public String text() {
        return Json.text(values);
    }

    /** What {@link #text} wrote; empty when it is anything else. */
    public static Optional<Claims> parse(String text) {
        return Json.object(text).map(Claims::of);
    }
}
