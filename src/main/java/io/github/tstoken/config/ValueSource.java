package io.github.tstoken.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A source with the values that it had at start: those of our prefix, without the empty ones. */
final class ValueSource implements ConfigSource {
    private final String name;
    private final int ordinal;
    private final Map<String, String> values;

    /**
     * A source.
     *
     * @param name says in messages where a value comes from
     * @param rank 0 for the strongest source
     */
    ValueSource(String name, int rank, Map<String, String> values) {
        this.name = name;
        this.ordinal = -rank;
        this.values = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ConfigKey.PREFIX))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String key) {
        return values.get(key);
    }
}
