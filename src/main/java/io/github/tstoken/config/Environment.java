package io.github.tstoken.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The environment: its names are derived from the keys, so that no name has to be guessed back into a key. Of the families of
 * keys only those of the providers have names here, since their free part is known.
 */
final class Environment {
    private static final String PREFIX = "TSTOKEN_";

    private final Map<String, String> keysByName = new TreeMap<>();

    private Environment(Collection<String> providers) {
        Stream<ConfigKey<?>> plain = ConfigKeys.ALL.stream().filter(key -> !key.isFamily());
        Stream<ConfigKey<?>> ofProviders = providers.stream()
                .flatMap(id -> ProviderSettings.FAMILIES.stream().map(family -> family.member(id)));
        Stream.concat(plain, ofProviders).forEach(key -> keysByName.put(key.environmentName(), key.name()));
    }

    /** The names when no provider is known yet. */
    static Environment withoutProviders() {
        return new Environment(List.of());
    }

    /** The names with those of the providers that are configured. */
    static Environment of(Settings settings) {
        return new Environment(settings.get(ProviderIds.PROVIDERS).orElse(List.of()));
    }

    /** The values by key. */
    Map<String, String> values(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        keysByName.forEach((name, key) -> {
            String value = environment.get(name);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Only warns of unknown names: orchestrators put names such as {@code TSTOKEN_PORT} there. */
    void warnOfUnknownNames(Map<String, String> environment, Findings findings) {
        environment.keySet().stream()
                .filter(name -> spelledLikeOurs(name).startsWith(PREFIX))
                .filter(name -> !keysByName.containsKey(name))
                .sorted()
                .forEach(name -> findings.warning("environment variable " + name
                        + " is unknown and ignored, did you mean "
                        + NearestName.to(spelledLikeOurs(name), keysByName.keySet()) + "?"));
    }

    private static String spelledLikeOurs(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
