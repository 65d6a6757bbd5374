package io.github.tstoken.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The environment: its names are derived from the keys, so that no name has to be guessed back into a key. */
final class Environment {
    private static final String PREFIX = "TSTOKEN_";
    private static final List<ConfigKey<?>> KEYS =
            ConfigKeys.ALL.stream().filter(key -> !key.isFamily()).toList();
    private static final Set<String> NAMES =
            KEYS.stream().map(ConfigKey::environmentName).collect(Collectors.toUnmodifiableSet());

    private Environment() {}

    /** The values by key. */
    static Map<String, String> values(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (ConfigKey<?> key : KEYS) {
            String value = environment.get(key.environmentName());
            if (value != null) {
                values.put(key.name(), value);
            }
        }
        return values;
    }

    /** Only warns of unknown names: orchestrators put names such as {@code TSTOKEN_PORT} there. */
    static void warnOfUnknownNames(Map<String, String> environment, Findings findings) {
        environment.keySet().stream()
                .filter(name -> spelledLikeOurs(name).startsWith(PREFIX))
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .forEach(name -> findings.warning("environment variable " + name
                        + " is unknown and ignored, did you mean "
                        + NearestName.to(spelledLikeOurs(name), NAMES) + "?"));
    }

    private static String spelledLikeOurs(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
