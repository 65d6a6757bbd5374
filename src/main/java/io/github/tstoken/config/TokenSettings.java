package io.github.tstoken.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keys and reading of {@link TokenConfig}. */
final class TokenSettings {
    private static final ConfigKey<TokenConfig.Kind> KIND = ConfigKey.withDefault(
            "tstoken.token.kind",
            Choices.of(TokenConfig.Kind.class),
            "full",
            "The kind of login token; `custom` gives values to ThoughtSpot's formula variables.");
    private static final ConfigKey<Duration> VALIDITY = ConfigKey.withDefault(
            "tstoken.token.validity",
            Quantities.duration("PT10S", "PT24H"),
            "PT30M",
            "The life of a token that ThoughtSpot is asked for (REST v2 only).");
    private static final ConfigKey<TokenConfig.ObjectTokens> OBJECT = ConfigKey.withDefault(
            "tstoken.token.object",
            Choices.of(TokenConfig.ObjectTokens.class),
            "off",
            "Whether a token may, or must, be for one Liveboard only.");
    private static final ConfigKey<TokenConfig.AuthType> AUTH_TYPE = ConfigKey.withoutDefault(
            "tstoken.embed.auth-type",
            Choices.of(TokenConfig.AuthType.class, TokenConfig.AuthType::sdkName),
            "`TrustedAuthTokenCookieless`; with `tstoken.thoughtspot.api=v1` `TrustedAuthToken`",
            "What the page tells the Visual Embed SDK.");

    static final List<ConfigKey<?>> KEYS = List.of(KIND, VALIDITY, OBJECT, AUTH_TYPE);

    private TokenSettings() {}

    /** Empty when the kind is none. */
    static Optional<TokenConfig.Kind> kind(Settings settings) {
        return settings.get(KIND);
    }

    static TokenConfig read(Settings settings) {
        checkCustom(settings);
        return new TokenConfig(
                settings.getOrDefault(KIND),
                settings.getOrDefault(VALIDITY),
                settings.getOrDefault(OBJECT),
                authType(settings, ThoughtSpotSettings.api(settings)));
    }

    private static void checkCustom(Settings settings) {
        if (settings.getOrDefault(KIND) != TokenConfig.Kind.CUSTOM) {
            return;
        }
        if (ThoughtSpotSettings.api(settings) == ThoughtSpotConfig.Api.V1) {
            settings.mistake(KIND, "must be full with tstoken.thoughtspot.api=v1, which has no custom tokens");
        }
        if (settings.getOrDefault(OBJECT) != TokenConfig.ObjectTokens.OFF) {
            settings.mistake(
                    OBJECT, "must be off with tstoken.token.kind=custom: a token of one object sets no variables");
        }
    }

    private static TokenConfig.AuthType authType(Settings settings, ThoughtSpotConfig.Api api) {
        if (api == ThoughtSpotConfig.Api.V2) {
            return settings.get(AUTH_TYPE).orElse(TokenConfig.AuthType.TRUSTED_AUTH_TOKEN_COOKIELESS);
        }
        TokenConfig.AuthType authType = settings.get(AUTH_TYPE).orElse(TokenConfig.AuthType.TRUSTED_AUTH_TOKEN);
        if (authType == TokenConfig.AuthType.TRUSTED_AUTH_TOKEN_COOKIELESS) {
            settings.mistake(
                    AUTH_TYPE, "must be TrustedAuthToken with tstoken.thoughtspot.api=v1, whose tokens are no bearers");
        }
        return authType;
    }
}
