package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys and reading of {@link StoreConfig}. */
final class StoreSettings {
    private static final Pattern JNDI_NAME =
            Pattern.compile("java:[A-Za-z0-9./_-]+|[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*");

    private static final ConfigKey<String> DATASOURCE = ConfigKey.optional(
            "tstoken.store.datasource",
            ValueType.of(
                    "a name in JNDI, such as java:comp/env/jdbc/ts-token",
                    text -> Optional.of(text)
                            .filter(name -> JNDI_NAME.matcher(name).matches())),
            "A `DataSource` of the server, whose database is a PostgreSQL.");
    private static final ConfigKey<String> JDBC_URL = ConfigKey.optional(
            "tstoken.store.jdbc-url",
            ValueType.of(
                    "jdbc:postgresql: and what follows there, without a password",
                    text -> Optional.of(text).filter(StoreSettings::isPostgreSql)),
            "A PostgreSQL, instead of a file on this machine.");
    private static final ConfigKey<String> USER =
            ConfigKey.optional("tstoken.store.user", Texts.TEXT, "The user at `tstoken.store.jdbc-url`.");
    private static final SecretSetting PASSWORD =
            SecretSetting.optional("tstoken.store.password", "The user's password.");
    private static final ConfigKey<Path> DIRECTORY = ConfigKey.withoutDefault(
            "tstoken.store.directory",
            Texts.FILE,
            "`ts-token` in the server's data directory",
            "Where the embedded database has its file, when no other database is named; for one server only.");
    private static final SecretSetting ENCRYPTION_KEYS = SecretSetting.of(ConfigKey.withoutDefault(
            "tstoken.store.encryption-keys",
            SecretTypes.ENCRYPTION_KEYS,
            "required with providers",
            "What stored tokens are encrypted with: the first key encrypts, all decrypt."));

    static final List<ConfigKey<?>> KEYS = keys();

    private StoreSettings() {}

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(DATASOURCE, JDBC_URL, USER));
        keys.addAll(PASSWORD.keys());
        keys.add(DIRECTORY);
        keys.addAll(ENCRYPTION_KEYS.keys());
        return List.copyOf(keys);
    }

    /**
     * Reads the keys.
     *
     * @param hasProviders whether there are providers, so that a database is needed
     * @param signsIn whether people sign in at an OpenID Provider: a database that is named is then one for all nodes
     * @param serverDirectory where the server keeps its data
     */
    static Optional<StoreConfig> read(
            Settings settings, boolean hasProviders, boolean signsIn, Optional<Path> serverDirectory) {
        boolean isNeeded = hasProviders || (signsIn && KEYS.stream().anyMatch(settings::isSet));
        String because = hasProviders ? "because there are providers" : "because there is a database for signing in";
        if (!isNeeded) {
            KEYS.stream()
                    .filter(settings::isSet)
                    .forEach(key -> settings.warning(
                            key, "has no effect, because " + ProviderIds.PROVIDERS.name() + " has none"));
        }
        if (isNeeded && !ENCRYPTION_KEYS.isSet(settings)) {
            settings.mistake(
                    ENCRYPTION_KEYS.inline(),
                    "is required, here or in the file that "
                            + ENCRYPTION_KEYS.file().name() + " names, " + because
                            + "; a line of openssl rand -base64 32 is one");
        }
        Optional<StoreDatabase> database = database(settings, isNeeded, because, serverDirectory);
        Optional<List<EncryptionKey>> keys =
                ENCRYPTION_KEYS.read(settings).map(text -> EncryptionKey.parseAll(text.reveal()));
        return database.flatMap(where -> keys.map(with -> new StoreConfig(where, with)))
                .filter(config -> isNeeded);
    }

    private static Optional<StoreDatabase> database(
            Settings settings, boolean isNeeded, String because, Optional<Path> serverDirectory) {
        checkOneIsNamed(settings);
        Optional<Path> directory = settings.get(DIRECTORY);
        Optional<String> user = settings.get(USER);
        Optional<Secret> password = PASSWORD.read(settings);
        Optional<String> dataSource = settings.get(DATASOURCE);
        Optional<String> url = settings.get(JDBC_URL);
        if (settings.isSet(DATASOURCE)) {
            return dataSource.map(StoreDatabase.Container::new);
        }
        if (settings.isSet(JDBC_URL)) {
            return url.map(address -> new StoreDatabase.PostgreSql(address, user, password));
        }
        Optional<Path> place = directory.or(() -> serverDirectory.map(server -> server.resolve("ts-token")));
        if (place.isEmpty() && isNeeded && !settings.isSet(DIRECTORY)) {
            settings.mistake(DIRECTORY, "is required, " + because + " and this server does not say where its data are");
        }
        return place.map(StoreDatabase.Embedded::new);
    }

    private static void checkOneIsNamed(Settings settings) {
        List<ConfigKey<?>> named = List.<ConfigKey<?>>of(DATASOURCE, JDBC_URL, DIRECTORY).stream()
                .filter(settings::isSet)
                .toList();
        if (named.size() > 1) {
            settings.mistake(named.get(1), "set together with " + named.get(0).name() + ", only one database can be");
        }
        boolean hasUser = settings.isSet(USER) || PASSWORD.isSet(settings);
        if (hasUser && !settings.isSet(JDBC_URL)) {
            settings.mistake(
                    settings.isSet(USER) ? USER : PASSWORD.inline(),
                    "is only for " + JDBC_URL.name() + ", which is not set");
        }
    }

    /** A password in the address would be in the log of the start. */
    private static boolean isPostgreSql(String text) {
        return text.startsWith("jdbc:postgresql:")
                && !text.toLowerCase(Locale.ROOT).contains("password=")
                && !text.contains("@");
    }
}
