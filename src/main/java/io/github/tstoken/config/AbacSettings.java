package io.github.tstoken.config;

import io.github.tstoken.config.AbacConfig.PersistOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys and reading of {@link AbacConfig}. */
final class AbacSettings {
    private static final ConfigKey<PersistOption> PERSIST = ConfigKey.withDefault(
            "tstoken.abac.persist",
            Choices.of(PersistOption.class, PersistOption::name),
            "REPLACE",
            "What becomes of the values that a user has at ThoughtSpot already.");
    private static final ConfigKey<AttributeExpression> VARIABLES = ConfigKey.optional(
            "tstoken.abac.variables.<name>",
            Texts.EXPRESSION,
            "Where the values of a formula variable come from; a name with spaces is in double quotes.");
    private static final ConfigKey<List<String>> OPTIONAL = ConfigKey.optional(
            "tstoken.abac.optional",
            Texts.listOf("variables", Texts.TEXT),
            "Variables that may have no value; without one of the others nobody gets a token.");

    static final List<ConfigKey<?>> KEYS = List.of(PERSIST, VARIABLES, OPTIONAL);

    private AbacSettings() {}

    /** Present with custom tokens. What would have no effect is a mistake: somebody relies on it. */
    static Optional<AbacConfig> read(Settings settings) {
        PersistOption persist = settings.getOrDefault(PERSIST);
        Map<String, AttributeExpression> variables = NamedSettings.read(settings, VARIABLES);
        Set<String> optional = Set.copyOf(settings.get(OPTIONAL).orElse(List.of()));
        Optional<TokenConfig.Kind> kind = TokenSettings.kind(settings);
        if (!kind.equals(Optional.of(TokenConfig.Kind.CUSTOM))) {
            kind.ifPresent(other -> checkNothingIsSet(settings));
            return Optional.empty();
        }
        if (settings.membersOf(VARIABLES).isEmpty()) {
            settings.mistake(VARIABLES, "is required at least once with tstoken.token.kind=custom");
        }
        if (!variables.keySet().containsAll(optional)) {
            settings.mistake(OPTIONAL, "has a name for which there is no " + VARIABLES.name());
        }
        if (persist == PersistOption.APPEND) {
            settings.warning(PERSIST, "what a person had once they keep, also when they lose the attribute");
        }
        return Optional.of(new AbacConfig(persist, variables, optional));
    }

    private static void checkNothingIsSet(Settings settings) {
        for (ConfigKey<?> key : KEYS) {
            Set<String> names = key.isFamily() ? settings.membersOf(key) : Set.of(key.name());
            names.stream()
                    .filter(settings::isSet)
                    .forEach(name -> settings.mistake(name, "is used only with tstoken.token.kind=custom"));
        }
    }
}
