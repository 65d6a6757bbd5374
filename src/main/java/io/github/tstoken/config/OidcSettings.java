package io.github.tstoken.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys and reading of {@link OidcConfig}. */
final class OidcSettings {
    /** The name of the source. */
    static final String SOURCE = "oidc";

    private static final String PREFIX = "tstoken.identity.oidc.";
    private static final String BECAUSE = "because tstoken.identity.sources has " + SOURCE;

    private static final EndpointSettings ENDPOINTS = EndpointSettings.of(PREFIX);
    private static final ConfigKey<String> CLIENT_ID = ConfigKey.optional(
            PREFIX + "client-id", Texts.TEXT, "What the provider calls this service; required with the source `oidc`.");
    private static final SecretSetting CLIENT_SECRET = SecretSetting.optional(
            PREFIX + "client-secret", "The client secret (`client_secret_basic`); required with the source `oidc`.");
    private static final ConfigKey<List<String>> SCOPES = ConfigKey.withDefault(
            PREFIX + "scopes", Scopes.LIST, "openid profile email", "What is asked for; `openid` is needed.");
    private static final ConfigKey<String> USERNAME_CLAIM = ConfigKey.withDefault(
            PREFIX + "username-claim", Texts.TEXT, "sub", "The claim of the ID token with the name of the person.");
    private static final ConfigKey<String> ROLES_CLAIM = ConfigKey.optional(
            PREFIX + "roles-claim",
            Texts.TEXT,
            "The claim of the ID token with the person's roles, with dots for the way to it, such as"
                    + " `realm_access.roles`.");

    static final List<ConfigKey<?>> KEYS = keys();

    private OidcSettings() {}

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(ENDPOINTS.issuer(), ENDPOINTS.discoveryUrl(), CLIENT_ID));
        keys.addAll(CLIENT_SECRET.keys());
        keys.addAll(List.of(SCOPES, USERNAME_CLAIM, ROLES_CLAIM));
        return List.copyOf(keys);
    }

    /**
     * Reads the keys.
     *
     * @param isSource whether people sign in there
     */
    static Optional<OidcConfig> read(Settings settings, boolean isSource) {
        if (isSource) {
            checkRequired(settings);
        } else {
            KEYS.stream()
                    .filter(settings::isSet)
                    .forEach(key ->
                            settings.warning(key, "has no effect, because tstoken.identity.sources has no " + SOURCE));
        }
        // Read in any case: a mistake is one also where it has no effect yet.
        return config(settings).filter(config -> isSource);
    }

    private static void checkRequired(Settings settings) {
        if (!ENDPOINTS.isSet(settings)) {
            settings.mistake(ENDPOINTS.issuer(), "is required, or discovery-url, " + BECAUSE);
        }
        if (!settings.isSet(CLIENT_ID)) {
            settings.mistake(CLIENT_ID, "is required, " + BECAUSE);
        }
        if (!CLIENT_SECRET.isSet(settings)) {
            settings.mistake(
                    CLIENT_SECRET.inline(),
                    "is required, here or in the file that "
                            + CLIENT_SECRET.file().name() + " names, " + BECAUSE);
        }
        WebSettings.requirePublicUrl(settings, BECAUSE);
    }

    private static Optional<OidcConfig> config(Settings settings) {
        Optional<ProviderEndpoints.Discovered> endpoints = ENDPOINTS.read(settings);
        Optional<String> id = settings.get(CLIENT_ID);
        Optional<SecretSource> secret = CLIENT_SECRET.readSource(settings);
        List<String> scopes = scopes(settings);
        String username = settings.getOrDefault(USERNAME_CLAIM);
        Optional<String> roles = settings.get(ROLES_CLAIM);
        return endpoints.flatMap(where -> id.filter(any -> secret.isPresent())
                .map(us -> new OidcConfig(where, client(us, secret), scopes, username, roles)));
    }

    private static ClientRegistration client(String id, Optional<SecretSource> secret) {
        return new ClientRegistration(
                id, ClientAuthMethod.CLIENT_SECRET_BASIC, secret, Optional.empty(), Optional.empty());
    }

    /** OpenID Connect Core section 3.1.2.1: "requests MUST contain the openid scope value". */
    private static List<String> scopes(Settings settings) {
        List<String> scopes = settings.getOrDefault(SCOPES);
        if (!scopes.contains("openid")) {
            settings.mistake(SCOPES, "must have openid");
        }
        return scopes;
    }
}
