package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys and reading of {@link UserConfig}. */
final class UserSettings {
    private static final ConfigKey<AttributeExpression> NAME = ConfigKey.withDefault(
            "tstoken.user.name", Texts.EXPRESSION, "principal", "Where the ThoughtSpot user name comes from.");
    private static final ConfigKey<Pattern> PATTERN = ConfigKey.optional(
            "tstoken.user.pattern", Texts.PATTERN, "What the whole name must match; somebody else has no user.");
    private static final ConfigKey<String> REPLACEMENT = ConfigKey.optional(
            "tstoken.user.replacement",
            Texts.TEXT,
            "The new name, with `$1` for the first group of `tstoken.user.pattern`.");
    private static final ConfigKey<UserConfig.LetterCase> CASE = ConfigKey.withDefault(
            "tstoken.user.case",
            Choices.of(UserConfig.LetterCase.class),
            "as-is",
            "What is done with upper and lower case.");
    private static final ConfigKey<Path> MAP_FILE = ConfigKey.optional(
            "tstoken.user.map-file",
            Texts.FILE,
            "A properties file (UTF-8) `name=ThoughtSpot name`; who is not in it has no user.");
    private static final ConfigKey<List<String>> DENIED = ConfigKey.optional(
            "tstoken.user.denied",
            Texts.listOf("user names", Texts.TEXT),
            "ThoughtSpot users that nobody becomes, whatever the case; always also `tsadmin`, `system`, `su`, `guest`.");
    private static final ConfigKey<Pattern> ALLOWED = ConfigKey.optional(
            "tstoken.user.allowed", Texts.PATTERN, "What the whole ThoughtSpot user name must match.");
    private static final ConfigKey<List<String>> REQUIRED_ROLES = ConfigKey.optional(
            "tstoken.user.required-roles",
            Texts.listOf("roles", Texts.TEXT),
            "Roles that a person must have, every one of them.");

    static final List<ConfigKey<?>> KEYS =
            List.of(NAME, PATTERN, REPLACEMENT, CASE, MAP_FILE, DENIED, ALLOWED, REQUIRED_ROLES);

    private UserSettings() {}

    static UserConfig read(Settings settings) {
        UserConfig user = new UserConfig(
                settings.getOrDefault(NAME),
                settings.get(PATTERN),
                settings.get(REPLACEMENT),
                settings.getOrDefault(CASE),
                settings.get(MAP_FILE).flatMap(file -> map(settings, file)),
                settings.get(ALLOWED),
                settings.get(DENIED).<Set<String>>map(Set::copyOf).orElse(Set.of()),
                Set.copyOf(settings.get(REQUIRED_ROLES).orElse(List.of())));
        checkReplacement(settings, user);
        warnOfMergedNames(settings, user);
        return user;
    }

    private static Optional<Map<String, String>> map(Settings settings, Path file) {
        try {
            return Optional.of(UserMapFile.read(file));
        } catch (RejectedValueException e) {
            settings.mistake(MAP_FILE, e.getMessage());
            return Optional.empty();
        }
    }

    private static void checkReplacement(Settings settings, UserConfig user) {
        if (settings.isSet(REPLACEMENT) && !settings.isSet(PATTERN)) {
            settings.mistake(REPLACEMENT, "needs tstoken.user.pattern");
        }
        if (user.pattern().isPresent()
                && user.replacement().isPresent()
                && !refersToItsGroups(user.pattern().get(), user.replacement().get())) {
            settings.mistake(REPLACEMENT, "speaks of a group that tstoken.user.pattern does not have");
        }
    }

    /** Tries the replacement on an empty match: the empty alternative matches, and the groups are still declared. */
    private static boolean refersToItsGroups(Pattern pattern, String replacement) {
        try {
            Pattern.compile("|" + pattern.pattern()).matcher("").replaceFirst(replacement);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static void warnOfMergedNames(Settings settings, UserConfig user) {
        if (Set.of(AttributeExpression.Source.VALUE, AttributeExpression.Source.ROLE)
                .contains(user.name().source())) {
            settings.warning(NAME, "everybody becomes the same ThoughtSpot user");
        }
        if (user.replacement().isPresent()) {
            settings.warning(REPLACEMENT, "different persons may become the same ThoughtSpot user");
        }
        if (user.letterCase() != UserConfig.LetterCase.AS_IS) {
            settings.warning(CASE, "persons whose names differ in case only become the same ThoughtSpot user");
        }
        user.map()
                .map(UserMapFile::sharedUsers)
                .filter(shared -> !shared.isEmpty())
                .ifPresent(shared ->
                        settings.warning(MAP_FILE, "several names become the same ThoughtSpot user: " + shared));
    }
}
