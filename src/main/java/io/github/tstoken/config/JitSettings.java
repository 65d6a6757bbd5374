package io.github.tstoken.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys and reading of {@link JitConfig}. */
final class JitSettings {
    /** What a token does with the groups of its user. */
    enum Groups {
        /** Nothing. */
        KEEP,
        /** The user is in those groups that the roles give, and in no others. */
        REPLACE
    }

    private static final ConfigKey<AttributeExpression> EMAIL = ConfigKey.optional(
            "tstoken.user.email", Texts.EXPRESSION, "Where the e-mail address of a user that is made comes from.");
    private static final ConfigKey<AttributeExpression> DISPLAY_NAME = ConfigKey.optional(
            "tstoken.user.display-name",
            Texts.EXPRESSION,
            "Where the name comes from that people see of a user that is made.");
    private static final ConfigKey<Boolean> ENABLED = ConfigKey.withDefault(
            "tstoken.jit.enabled",
            Choices.TRUE_OR_FALSE,
            "false",
            "Whether a user that ThoughtSpot does not know is made with the first token.");
    private static final ConfigKey<Groups> MODE = ConfigKey.withDefault(
            "tstoken.jit.groups",
            Choices.of(Groups.class),
            "keep",
            "Whether tokens leave the groups of a user alone, or replace them by those that the roles give.");
    private static final ConfigKey<List<String>> GROUP = ConfigKey.optional(
            "tstoken.groups.<group>",
            Texts.listOf("roles", Texts.TEXT),
            "The roles of which any one makes a member of the group; a name with spaces is in double quotes.");

    static final List<ConfigKey<?>> KEYS = List.of(EMAIL, DISPLAY_NAME, ENABLED, MODE, GROUP);

    private JitSettings() {}

    /** Present when users are made. */
    static Optional<JitConfig> read(Settings settings) {
        Optional<AttributeExpression> email = settings.get(EMAIL);
        Optional<AttributeExpression> displayName = settings.get(DISPLAY_NAME);
        boolean enabled = settings.getOrDefault(ENABLED);
        for (ConfigKey<?> needed : List.of(EMAIL, DISPLAY_NAME)) {
            checkUse(settings, needed, enabled);
        }
        Optional<Map<String, Set<String>>> groups = groups(settings, enabled);
        return enabled
                ? email.flatMap(address -> displayName.map(name -> new JitConfig(address, name, groups)))
                : Optional.empty();
    }

    /** ThoughtSpot makes no user without them. */
    private static void checkUse(Settings settings, ConfigKey<?> key, boolean enabled) {
        if (enabled && !settings.isSet(key)) {
            settings.mistake(key, "is required with tstoken.jit.enabled=true");
        }
        if (!enabled && settings.isSet(key)) {
            settings.warning(key, "has no effect without tstoken.jit.enabled=true");
        }
    }

    private static Optional<Map<String, Set<String>>> groups(Settings settings, boolean enabled) {
        SortedMap<String, Set<String>> groups = new TreeMap<>();
        NamedSettings.read(settings, GROUP).forEach((group, roles) -> groups.put(group, new HashSet<>(roles)));
        if (settings.getOrDefault(MODE) == Groups.KEEP) {
            settings.membersOf(GROUP)
                    .forEach(key -> settings.warning(
                            GROUP.member(GROUP.freePart(key)), "has no effect without tstoken.jit.groups=replace"));
            return Optional.empty();
        }
        checkReplacing(settings, enabled);
        return Optional.of(groups);
    }

    private static void checkReplacing(Settings settings, boolean enabled) {
        if (!enabled) {
            settings.mistake(MODE, "replace needs tstoken.jit.enabled=true: ThoughtSpot ignores groups otherwise");
        }
        if (ThoughtSpotSettings.api(settings) == ThoughtSpotConfig.Api.V1) {
            settings.mistake(MODE, "must be keep with tstoken.thoughtspot.api=v1, which adds groups and takes none");
        }
        if (settings.membersOf(GROUP).isEmpty()) {
            settings.mistake(MODE, "replace needs at least one " + GROUP.name() + ": it would take all groups away");
        }
        if (TokenSettings.kind(settings).equals(Optional.of(TokenConfig.Kind.CUSTOM))) {
            settings.warning(MODE, "with tstoken.token.kind=custom ThoughtSpot sets groups of new users only");
        }
    }
}
