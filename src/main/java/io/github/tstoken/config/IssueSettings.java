package io.github.tstoken.config;

import java.time.Duration;
import java.util.List;

/** Keys and reading of {@link IssueConfig}. */
final class IssueSettings {
    private static final ConfigKey<IssueConfig.Reuse> REUSE = ConfigKey.withDefault(
            "tstoken.token.reuse",
            Choices.of(IssueConfig.Reuse.class),
            "sign-in",
            "Whether the same sign-in may get the same token again, while half of its life remains (REST v2 only).");
    private static final ConfigKey<Duration> REUSE_VERIFY_AFTER = ConfigKey.withDefault(
            "tstoken.token.reuse-verify-after",
            Quantities.duration("PT0S", "PT1H"),
            "PT10S",
            "How long after ThoughtSpot has vouched for a token it is asked again before the token is reused.");

    private static final ConfigKey<Integer> PER_USER = ConfigKey.withDefault(
            "tstoken.limits.per-user",
            Quantities.integer(0, 100_000),
            "60",
            "Mints that one person may cause in a minute, redirects too; 0 for any number. A reused token is none.");

    private static final ConfigKey<Boolean> TRACK = ConfigKey.withDefault(
            "tstoken.session.track",
            Choices.TRUE_OR_FALSE,
            "false",
            "Whether the WAR beside an application has a session tied to the single sign-on, by whose end it hears of sign-outs.");

    static final List<ConfigKey<?>> KEYS = List.of(REUSE, REUSE_VERIFY_AFTER, PER_USER, TRACK);

    private IssueSettings() {}

    static IssueConfig read(Settings settings) {
        return new IssueConfig(
                settings.getOrDefault(REUSE),
                settings.getOrDefault(REUSE_VERIFY_AFTER),
                settings.getOrDefault(PER_USER),
                settings.getOrDefault(TRACK));
    }
}
