package io.github.tstoken.config;

import java.util.List;

/** Keys and reading of {@link InsideConfig}. */
final class InsideSettings {
    private static final ConfigKey<Integer> MAX_BLOCKING = ConfigKey.withDefault(
            "tstoken.inside.max-blocking",
            Quantities.integer(1, 1000),
            "8",
            "Threads that wait for ThoughtSpot at once, where a filter of the application forbids asynchronous work.");

    static final List<ConfigKey<?>> KEYS = List.of(MAX_BLOCKING);

    private InsideSettings() {}

    static InsideConfig read(Settings settings) {
        return new InsideConfig(settings.getOrDefault(MAX_BLOCKING));
    }
}
