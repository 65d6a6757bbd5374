package io.github.tstoken.config;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a family of keys whose free part is a name at ThoughtSpot. A name with spaces is quoted:
 * {@code tstoken.groups."Sales Team"}.
 */
final class NamedSettings {
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"]+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*[^\\s\"][^\"]*\"");

    private NamedSettings() {}

    /** The values by name, without those that have a mistake. */
    static <T> SortedMap<String, T> read(Settings settings, ConfigKey<T> family) {
        SortedMap<String, T> values = new TreeMap<>();
        for (String key : settings.membersOf(family)) {
            Optional<String> name = name(family.freePart(key));
            Optional<T> value = settings.get(key, family.type());
            if (name.isEmpty()) {
                settings.mistake(key, "the name must be there, in double quotes when it has spaces");
            } else if (values.containsKey(name.get())) {
                settings.mistake(key, "the name is there twice, with and without quotes");
            } else {
                value.ifPresent(right -> values.put(name.get(), right));
            }
        }
        return values;
    }

    private static Optional<String> name(String part) {
        if (part.codePoints().anyMatch(ValueType::isUnprintable)) {
            return Optional.empty();
        }
        if (QUOTED.matcher(part).matches()) {
            return Optional.of(part.substring(1, part.length() - 1));
        }
        return PLAIN.matcher(part).matches() ? Optional.of(part) : Optional.empty();
    }
}
