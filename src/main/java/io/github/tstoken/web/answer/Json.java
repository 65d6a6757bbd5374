package io.github.tstoken.web.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON bodies. They are written here and not by a JAX-RS provider, so that no server's own provider can change a byte. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** A new object, whose members keep their order. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text of an object. */
    public static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
