package io.github.tstoken.config;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys and reading of {@link RedirectConfig}. */
final class RedirectSettings {
    private static final String GET_LOGIN_PATH = "/tspublic/v1/session/auth/token";
    private static final String POST_LOGIN_PATH = "/callosum/v1/tspublic/v1/session/login/token";
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Set<String> CONTENT_PATHS = Set.of("viz", "app");

    private static final ConfigKey<URI> BASE = ConfigKey.withoutDefault(
            "tstoken.redirect.base",
            Addresses.BASE_URL,
            "`tstoken.thoughtspot.url`",
            "The address that the browser lands on after ThoughtSpot's login.");
    private static final ConfigKey<String> LOGIN_PATH = ConfigKey.withoutDefault(
            "tstoken.redirect.login-path",
            Addresses.URL_PATH,
            "`" + GET_LOGIN_PATH + "`; with `tstoken.redirect.mode=post` `" + POST_LOGIN_PATH + "`",
            "The path of ThoughtSpot's login with a token.");
    private static final ConfigKey<RedirectConfig.Mode> MODE = ConfigKey.withDefault(
            "tstoken.redirect.mode",
            Choices.of(RedirectConfig.Mode.class),
            "get",
            "How the token reaches ThoughtSpot: in the address of a redirect, or in a form that submits itself.");
    private static final ConfigKey<Duration> VALIDITY = ConfigKey.withDefault(
            "tstoken.redirect.validity",
            Quantities.duration("PT10S", "PT1H"),
            "PT1M",
            "The life of a redirect's token (REST v2 only).");
    private static final ConfigKey<Boolean> INCLUDE_AUTHTOKEN = ConfigKey.withDefault(
            "tstoken.redirect.include-authtoken",
            Choices.TRUE_OR_FALSE,
            "true",
            "Whether the address that the browser lands on has the token too.");
    private static final ConfigKey<Boolean> ALLOW_CROSS_SITE = ConfigKey.withDefault(
            "tstoken.redirect.allow-cross-site",
            Choices.TRUE_OR_FALSE,
            "false",
            "Whether other sites may link into `/embed`.");
    private static final ConfigKey<List<String>> FRAME_ANCESTORS = ConfigKey.withDefault(
            "tstoken.redirect.frame-ancestors",
            Addresses.FRAME_SOURCES,
            "'self'",
            "Who may show `/embed` in a frame, in the words of Content Security Policy.");
    private static final ConfigKey<String> TARGETS = ConfigKey.optional(
            "tstoken.redirect.targets.<alias>",
            ValueType.of(
                    "viz/<guid>[/<guid>], viz/<guid>/tab/<guid>[/<guid>] or app[/<page>], each with an optional ? and"
                            + " filters",
                    Optional::of),
            "The content behind `/embed/<alias>`; an alias has lower-case letters, digits and hyphens.");

    static final List<ConfigKey<?>> KEYS =
            List.of(BASE, LOGIN_PATH, MODE, VALIDITY, INCLUDE_AUTHTOKEN, ALLOW_CROSS_SITE, FRAME_ANCESTORS, TARGETS);

    private RedirectSettings() {}

    /** Empty when there is no base address, which is then noted as a mistake. */
    static Optional<RedirectConfig> read(Settings settings, ValueCheck targetCheck) {
        RedirectConfig.Mode mode = settings.getOrDefault(MODE);
        String loginPath = loginPath(settings, mode);
        Duration validity = settings.getOrDefault(VALIDITY);
        boolean includeAuthtoken = settings.getOrDefault(INCLUDE_AUTHTOKEN);
        boolean allowCrossSite = settings.getOrDefault(ALLOW_CROSS_SITE);
        List<String> frameAncestors = settings.getOrDefault(FRAME_ANCESTORS);
        Map<String, String> targets = targets(settings, targetCheck);
        return settings.get(BASE)
                .or(() -> ThoughtSpotSettings.url(settings))
                .map(base -> new RedirectConfig(
                        base, loginPath, mode, validity, includeAuthtoken, allowCrossSite, frameAncestors, targets));
    }

    private static String loginPath(Settings settings, RedirectConfig.Mode mode) {
        if (mode == RedirectConfig.Mode.GET) {
            return settings.get(LOGIN_PATH).orElse(GET_LOGIN_PATH);
        }
        String path = settings.get(LOGIN_PATH).orElse(POST_LOGIN_PATH);
        if (path.endsWith("auth/token")) {
            settings.mistake(
                    LOGIN_PATH,
                    "must not end in auth/token with tstoken.redirect.mode=post, where a POST mints a token");
        }
        return path;
    }

    private static Map<String, String> targets(Settings settings, ValueCheck check) {
        Map<String, String> targets = new HashMap<>();
        for (String key : settings.membersOf(TARGETS)) {
            String alias = key.substring(TARGETS.familyPrefix().length());
            mistakeInAlias(alias).ifPresent(rule -> settings.mistake(key, rule));
            settings.get(key, TARGETS.type()).ifPresent(target -> {
                check.mistakeIn(target).ifPresent(rule -> settings.mistake(key, rule));
                targets.put(alias, target);
            });
        }
        return targets;
    }

    private static Optional<String> mistakeInAlias(String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            return Optional.of("the alias must be 1 to 64 lower-case letters, digits and hyphens");
        }
        return CONTENT_PATHS.contains(alias) ? Optional.of("viz and app cannot be an alias") : Optional.empty();
    }
}
