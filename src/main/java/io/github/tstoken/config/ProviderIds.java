package io.github.tstoken.config;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names of the providers, held against the keys that there are for them. */
final class ProviderIds {
    /** What the keys of one provider begin with. */
    static final String FAMILY = "tstoken.provider.<id>.";

    static final ConfigKey<List<String>> PROVIDERS = ConfigKey.optional(
            "tstoken.providers",
            Texts.listOf(
                    "ids of lower-case letters, digits, hyphens and underscores, 64 at most",
                    ValueType.of(
                            "ids of lower-case letters, digits, hyphens and underscores, a letter or digit first",
                            text -> Optional.of(text).filter(ProviderConfig::isId))),
            "The providers whose tokens are kept for people, by names of your choice; each has keys of its own.");

    private ProviderIds() {}

    /** The ids in their order, each once. Which of them has no keys, and which keys have none, is noted as a mistake. */
    static Set<String> read(Settings settings) {
        List<String> listed = settings.get(PROVIDERS).orElse(List.of());
        Set<String> ids = new LinkedHashSet<>(listed);
        if (ids.size() < listed.size()) {
            settings.mistake(PROVIDERS, "has the same id twice");
        }
        checkNamesOfTheEnvironment(settings, ids);
        Map<String, String> keysById = keysById(settings);
        ids.stream()
                .filter(id -> !keysById.containsKey(id))
                .forEach(id -> settings.mistake(
                        FAMILY.replace("<id>", id) + "client-id",
                        "no key of this provider is set, though " + PROVIDERS.name() + " has it"));
        if (settings.isSet(PROVIDERS) && listed.isEmpty()) {
            // The list is a mistake, and the keys may have more of them.
            return keysById.keySet();
        }
        keysById.forEach((id, key) -> checkIsListed(settings, ids, id, key));
        ids.retainAll(keysById.keySet());
        return ids;
    }

    /** One key of each id that has any. */
    private static Map<String, String> keysById(Settings settings) {
        Map<String, String> keys = new TreeMap<>();
        for (ConfigKey<?> family : ProviderSettings.FAMILIES) {
            settings.membersOf(family).stream()
                    .filter(settings::isSet)
                    .forEach(key -> keys.putIfAbsent(family.freePart(key), key));
        }
        return keys;
    }

    private static void checkIsListed(Settings settings, Set<String> ids, String id, String key) {
        if (ids.contains(id)) {
            return;
        }
        settings.mistake(
                key,
                "this provider is not in " + PROVIDERS.name()
                        + (ids.isEmpty() ? "" : ", did you mean " + NearestName.to(id, ids) + "?"));
    }

    /** In the environment a hyphen and an underscore are the same. */
    private static void checkNamesOfTheEnvironment(Settings settings, Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        for (String id : ids) {
            String other = names.putIfAbsent(id.replace('-', '_'), id);
            if (other != null) {
                settings.mistake(
                        PROVIDERS,
                        "has two ids that differ in a hyphen and an underscore only, which are the same"
                                + " in the environment");
            }
        }
    }
}
