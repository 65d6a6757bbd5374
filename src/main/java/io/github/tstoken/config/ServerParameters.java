package io.github.tstoken.config;

import java.util.Map;

/**
 * Parameters that the server gives to the web application, for instance those of a {@code ServletContext}.
 *
 * @param sourceName says in messages where a value comes from
 * @param values by full key ({@code tstoken.thoughtspot.url}); other names do not matter
 */
public record ServerParameters(String sourceName, Map<String, String> values) {
    public ServerParameters {
        values = Map.copyOf(values);
    }

    /** Without the values: there may be secrets among them. */
    @Override
    public String toString() {
        return "ServerParameters[" + sourceName + "]";
    }
}
