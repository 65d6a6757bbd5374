package io.github.tstoken.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys and reading of {@link JwtConfig}. */
final class JwtSettings {
    /** The name of the source. */
    static final String SOURCE = "jwt";

    /** RFC 9110 section 5.1: the name of a field is a token. */
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final ValueType<String> HEADER_NAME = ValueType.of(
            "the name of a header",
            text -> Optional.of(text).filter(name -> FIELD_NAME.matcher(name).matches()));

    private static final ConfigKey<String> HEADER = ConfigKey.withoutDefault(
            "tstoken.identity.jwt.header",
            HEADER_NAME,
            "`X-Auth-Token` and `Authorization`",
            "The header that has the token: by itself, or in `Authorization` after `Bearer`.");
    private static final ConfigKey<String> ISSUER = ConfigKey.optional(
            "tstoken.identity.jwt.issuer",
            Texts.TEXT,
            "What the claim `iss` must be, byte for byte; required with the source `jwt`.");
    private static final ConfigKey<String> AUDIENCE = ConfigKey.optional(
            "tstoken.identity.jwt.audience",
            Texts.TEXT,
            "What the claim `aud` must have; required with the source `jwt`.");
    private static final ConfigKey<URI> JWKS_URL = ConfigKey.optional(
            "tstoken.identity.jwt.jwks-url",
            Addresses.BASE_URL,
            "Where the issuer publishes its keys; required with the source `jwt`.");
    private static final ConfigKey<List<SigningAlgorithm>> ALGORITHMS = ConfigKey.withDefault(
            "tstoken.identity.jwt.algorithms",
            Texts.listOf(
                    "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512",
                    Choices.of(SigningAlgorithm.class, SigningAlgorithm::name)),
            "RS256,ES256",
            "How a token may be signed.");
    private static final ConfigKey<String> USERNAME_CLAIM = ConfigKey.withDefault(
            "tstoken.identity.jwt.username-claim", Texts.TEXT, "sub", "The claim with the name of the person.");
    private static final ConfigKey<String> ROLES_CLAIM = ConfigKey.optional(
            "tstoken.identity.jwt.roles-claim",
            Texts.TEXT,
            "The claim with the person's roles, with dots for the way to it, such as `realm_access.roles`.");

    static final List<ConfigKey<?>> KEYS =
            List.of(HEADER, ISSUER, AUDIENCE, JWKS_URL, ALGORITHMS, USERNAME_CLAIM, ROLES_CLAIM);
    private static final List<ConfigKey<?>> REQUIRED = List.of(ISSUER, AUDIENCE, JWKS_URL);

    private JwtSettings() {}

    /**
     * Reads the keys.
     *
     * @param isSource whether the tokens are a source of identity
     */
    static Optional<JwtConfig> read(Settings settings, boolean isSource) {
        if (isSource) {
            REQUIRED.stream()
                    .filter(key -> !settings.isSet(key))
                    .forEach(key ->
                            settings.mistake(key, "is required, because tstoken.identity.sources has " + SOURCE));
        } else {
            KEYS.stream()
                    .filter(settings::isSet)
                    .forEach(key ->
                            settings.warning(key, "has no effect, because tstoken.identity.sources has no " + SOURCE));
        }
        // Read in any case: a mistake is one also where it has no effect yet.
        return config(settings).filter(config -> isSource);
    }

    private static Optional<JwtConfig> config(Settings settings) {
        List<String> headers = settings.get(HEADER).map(List::of).orElse(List.of("X-Auth-Token", "Authorization"));
        Optional<String> issuer = settings.get(ISSUER);
        Optional<String> audience = settings.get(AUDIENCE);
        Optional<URI> keys = settings.get(JWKS_URL);
        Set<SigningAlgorithm> algorithms = Set.copyOf(settings.getOrDefault(ALGORITHMS));
        String username = settings.getOrDefault(USERNAME_CLAIM);
        Optional<String> roles = settings.get(ROLES_CLAIM);
        return issuer.flatMap(by -> audience.flatMap(
                us -> keys.map(at -> new JwtConfig(headers, by, us, at, algorithms, username, roles))));
    }
}
