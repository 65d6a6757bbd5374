package io.github.tstoken.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** JSON in and out. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a JSON array; empty when the text is anything else. */
    static Optional<List<String>> texts(String text) {
        try {
            return Optional.of(MAPPER.readTree(text))
                    .filter(JsonNode::isArray)
                    .map(array ->
                            StreamSupport.stream(array.spliterator(), false).toList())
                    .filter(nodes -> nodes.stream().allMatch(JsonNode::isTextual))
                    .map(nodes -> nodes.stream().map(JsonNode::asText).toList());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The JSON object that the text is; empty when it is anything else. */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
