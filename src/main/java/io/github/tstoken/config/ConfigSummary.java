package io.github.tstoken.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What differs from the defaults, for the log of a good start. */
final class ConfigSummary {
    private ConfigSummary() {}

    /** One line per setting: key, value ({@code [redacted]} for a secret) and source. */
    static List<String> lines(Settings settings) {
        List<String> lines = new ArrayList<>();
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            Collection<String> names = key.isFamily() ? settings.membersOf(key) : List.of(key.name());
            for (String name : names) {
                settings.written(name)
                        .filter(text -> !key.defaultText().equals(Optional.of(text)))
                        .map(text -> name + "=" + (key.isSecret() ? "[redacted]" : text))
                        .ifPresent(setting -> lines.add(setting + " (" + settings.sourceOf(name) + ")"));
            }
        }
        return List.copyOf(lines);
    }
}
