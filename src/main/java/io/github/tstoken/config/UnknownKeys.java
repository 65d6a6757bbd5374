package io.github.tstoken.config;

import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A key that nobody reads is a mistake: most likely a typing error, and the setting would silently not hold. */
final class UnknownKeys {
    private UnknownKeys() {}

    static void report(Config config, Findings findings) {
        for (ConfigSource source : config.getConfigSources()) {
            source.getPropertyNames().stream()
                    .filter(name -> ConfigKeys.ALL.stream().noneMatch(key -> key.covers(name)))
                    .sorted()
                    .forEach(name -> findings.mistake(
                            name, source.getName(), "unknown key, did you mean " + nearest(name) + "?"));
        }
    }

    private static String nearest(String name) {
        List<String> candidates = ConfigKeys.ALL.stream()
                .map(key -> key.isFamily() ? likeliestMember(key, name) : key.name())
                .toList();
        return NearestName.to(name, candidates);
    }

    /** The member whose free part is what the name has in that place, or has last. */
    private static String likeliestMember(ConfigKey<?> family, String name) {
        List<String> segments = List.of(name.split("\\."));
        int place = family.familyPrefix().split("\\.").length;
        return family.member(segments.get(Math.min(place, segments.size() - 1))).name();
    }
}
