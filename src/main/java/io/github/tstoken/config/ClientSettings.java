package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keys and reading of the {@link ClientRegistration} of a provider. */
final class ClientSettings {
    private static final String PREFIX = ProviderIds.FAMILY;

    static final ConfigKey<String> CLIENT_ID = ConfigKey.withoutDefault(
            PREFIX + "client-id", Texts.TEXT, "required", "What the provider calls this service.");
    private static final ConfigKey<ClientAuthMethod> CLIENT_AUTH = ConfigKey.withDefault(
            PREFIX + "client-auth",
            Choices.of(ClientAuthMethod.class, method -> method.name().toLowerCase(Locale.ROOT)),
            "client_secret_basic",
            "How this service proves there that it is the client.");
    private static final SecretSetting SECRET = SecretSetting.optional(
            PREFIX + "client-secret",
            "The client secret; required with `client_secret_basic` and `client_secret_post`.");
    private static final SecretSetting NEXT_SECRET = SecretSetting.optional(
            PREFIX + "client-secret-next",
            "The secret that follows, or the one before: tried when the other is refused.");
    private static final ConfigKey<Path> PRIVATE_KEY_FILE = ConfigKey.optional(
            PREFIX + "private-key-file",
            Texts.FILE,
            "A file with " + SecretTypes.PRIVATE_KEY.allowed() + "; required with `private_key_jwt`.");

    static final List<ConfigKey<?>> KEYS = keys();

    private ClientSettings() {}

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(CLIENT_ID, CLIENT_AUTH));
        keys.addAll(SECRET.keys());
        keys.addAll(NEXT_SECRET.keys());
        keys.add(PRIVATE_KEY_FILE);
        return List.copyOf(keys);
    }

    /** Empty when something is missing or has a mistake, which is then noted. */
    static Optional<ClientRegistration> read(Settings settings, String provider) {
        ConfigKey<String> id = CLIENT_ID.member(provider);
        if (!settings.isSet(id)) {
            settings.mistake(id, "is required");
        }
        ClientAuthMethod method = settings.getOrDefault(CLIENT_AUTH.member(provider));
        boolean bySecret =
                method == ClientAuthMethod.CLIENT_SECRET_BASIC || method == ClientAuthMethod.CLIENT_SECRET_POST;
        boolean byKey = method == ClientAuthMethod.PRIVATE_KEY_JWT;
        checkSecret(settings, provider, bySecret);
        checkKey(settings, PRIVATE_KEY_FILE.member(provider), byKey);
        Optional<SecretSource> secret =
                SECRET.member(provider).readSource(settings).filter(any -> bySecret);
        Optional<SecretSource> next =
                NEXT_SECRET.member(provider).readSource(settings).filter(any -> bySecret);
        Optional<SecretSource> key = SecretSetting.readSourceOf(
                        settings, PRIVATE_KEY_FILE.member(provider), SecretTypes.PRIVATE_KEY)
                .filter(any -> byKey);
        return settings.get(id)
                .filter(any -> bySecret == secret.isPresent() && byKey == key.isPresent())
                .map(client -> new ClientRegistration(client, method, secret, next, key));
    }

    private static void checkSecret(Settings settings, String provider, boolean needed) {
        SecretSetting secret = SECRET.member(provider);
        if (needed && !secret.isSet(settings)) {
            settings.mistake(secret.inline(), requirement(secret, provider));
        }
        List.of(secret, NEXT_SECRET.member(provider))
                .forEach(setting -> setting.keys().stream()
                        .filter(key -> !needed && settings.isSet(key))
                        .forEach(key -> settings.warning(key, noEffect(provider))));
    }

    private static String requirement(SecretSetting secret, String provider) {
        return "is required, here or in the file that " + secret.file().name() + " names, because of "
                + CLIENT_AUTH.member(provider).name();
    }

    private static void checkKey(Settings settings, ConfigKey<Path> key, boolean needed) {
        if (needed && !settings.isSet(key)) {
            settings.mistake(
                    key,
                    "is required, because of "
                            + CLIENT_AUTH
                                    .member(PRIVATE_KEY_FILE.freePart(key.name()))
                                    .name());
        }
        if (!needed && settings.isSet(key)) {
            settings.warning(key, noEffect(PRIVATE_KEY_FILE.freePart(key.name())));
        }
    }

    private static String noEffect(String provider) {
        return "has no effect, because of " + CLIENT_AUTH.member(provider).name();
    }
}
