package io.github.tstoken.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Keys and reading of {@link ThoughtSpotConfig}. */
final class ThoughtSpotSettings {
    private static final ConfigKey<URI> URL = ConfigKey.required(
            "tstoken.thoughtspot.url", Addresses.BASE_URL, "The address of the ThoughtSpot cluster.");
    private static final ConfigKey<ThoughtSpotConfig.Api> API = ConfigKey.withDefault(
            "tstoken.thoughtspot.api",
            Choices.of(ThoughtSpotConfig.Api.class),
            "v2",
            "The REST API that mints the tokens; `v1` is for old clusters.");
    private static final ConfigKey<String> V1_TOKEN_PATH = ConfigKey.withDefault(
            "tstoken.thoughtspot.v1-token-path",
            Addresses.URL_PATH,
            "/callosum/v1/tspublic/v1/session/auth/token",
            "The path of the token operation of REST v1.");
    private static final ConfigKey<Integer> ORG = ConfigKey.optional(
            "tstoken.thoughtspot.org",
            Quantities.integer(0, Integer.MAX_VALUE),
            "The id of the Org that tokens are for; without it ThoughtSpot chooses.");
    private static final ConfigKey<Duration> CONNECT_TIMEOUT = ConfigKey.withDefault(
            "tstoken.thoughtspot.connect-timeout",
            Quantities.duration("PT0.1S", "PT1M"),
            "PT2S",
            "The longest wait for a connection.");
    private static final ConfigKey<Duration> TIMEOUT = ConfigKey.withDefault(
            "tstoken.thoughtspot.timeout",
            Quantities.duration("PT0.1S", "PT5M"),
            "PT30S",
            "The deadline of a whole call: waiting for a place, connecting, headers and body.");
    private static final ConfigKey<Integer> MAX_CONCURRENT = ConfigKey.withDefault(
            "tstoken.thoughtspot.max-concurrent", Quantities.integer(1, 10_000), "64", "Calls in flight at once.");
    private static final ConfigKey<Integer> MAX_WAITING = ConfigKey.withDefault(
            "tstoken.thoughtspot.max-waiting",
            Quantities.integer(0, 100_000),
            "1000",
            "Calls that may wait for a place; one more is refused at once.");
    private static final ConfigKey<Integer> RATE_LIMIT = ConfigKey.withDefault(
            "tstoken.thoughtspot.rate-limit",
            Quantities.integer(0, 100_000),
            "80",
            "Calls that may begin in a second, the others wait; 0 for any number. ThoughtSpot Cloud refuses more than 100.");
    private static final ConfigKey<URI> PROXY = ConfigKey.optional(
            "tstoken.thoughtspot.proxy", Addresses.PROXY, "An HTTP proxy on the way to ThoughtSpot.");
    private static final ConfigKey<Path> TRUST_STORE = ConfigKey.optional(
            "tstoken.thoughtspot.trust-store",
            Texts.FILE,
            "A key store (PKCS12 or JKS) with the certificates to trust instead of the JVM's.");
    private static final SecretSetting TRUST_STORE_PASSWORD =
            SecretSetting.optional("tstoken.thoughtspot.trust-store-password", "The password of the trust store.");

    static final List<ConfigKey<?>> KEYS = keys();

    private ThoughtSpotSettings() {}

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(URL));
        keys.addAll(SecretKeySettings.KEYS);
        keys.addAll(List.of(
                API,
                V1_TOKEN_PATH,
                ORG,
                CONNECT_TIMEOUT,
                TIMEOUT,
                MAX_CONCURRENT,
                MAX_WAITING,
                RATE_LIMIT,
                PROXY,
                TRUST_STORE));
        keys.addAll(TRUST_STORE_PASSWORD.keys());
        return List.copyOf(keys);
    }

    static ThoughtSpotConfig.Api api(Settings settings) {
        return settings.getOrDefault(API);
    }

    static Optional<URI> url(Settings settings) {
        if (!settings.isSet(URL)) {
            settings.mistake(URL, "is required: " + URL.type().allowed());
        }
        return settings.get(URL);
    }

    /** Empty when the address or the secret key is missing, which is then noted as a mistake. */
    static Optional<ThoughtSpotConfig> read(Settings settings) {
        Optional<URI> url = url(settings);
        Optional<SecretKeys> secretKeys = SecretKeySettings.read(settings);
        ThoughtSpotConfig.Api api = api(settings);
        String v1TokenPath = settings.getOrDefault(V1_TOKEN_PATH);
        OptionalInt org = settings.get(ORG).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        Duration connectTimeout = settings.getOrDefault(CONNECT_TIMEOUT);
        Duration timeout = settings.getOrDefault(TIMEOUT);
        int maxConcurrent = settings.getOrDefault(MAX_CONCURRENT);
        int maxWaiting = settings.getOrDefault(MAX_WAITING);
        int rateLimit = settings.getOrDefault(RATE_LIMIT);
        Optional<URI> proxy = settings.get(PROXY);
        checkProxy(settings, url, proxy);
        Optional<ThoughtSpotConfig.TrustStore> trustStore = trustStore(settings);
        return url.flatMap(address -> secretKeys.map(keys -> new ThoughtSpotConfig(
                address,
                keys,
                api,
                v1TokenPath,
                org,
                connectTimeout,
                timeout,
                maxConcurrent,
                maxWaiting,
                rateLimit,
                proxy,
                trustStore)));
    }

    /** Plain http is for loopback alone: by way of a proxy elsewhere the secret key would leave the machine in clear. */
    private static void checkProxy(Settings settings, Optional<URI> url, Optional<URI> proxy) {
        boolean inClear =
                url.filter(address -> address.getScheme().equals("http")).isPresent();
        if (inClear && proxy.filter(address -> !Addresses.isLoopback(address)).isPresent()) {
            settings.mistake(PROXY, "must be on loopback, too, because tstoken.thoughtspot.url is plain http");
        }
    }

    private static Optional<ThoughtSpotConfig.TrustStore> trustStore(Settings settings) {
        Optional<Secret> password = TRUST_STORE_PASSWORD.read(settings);
        if (TRUST_STORE_PASSWORD.isSet(settings) && !settings.isSet(TRUST_STORE)) {
            settings.mistake(TRUST_STORE, "is required, because its password is set");
        }
        Optional<Path> file = settings.get(TRUST_STORE);
        if (password.isPresent() || !TRUST_STORE_PASSWORD.isSet(settings)) {
            file.flatMap(path -> TrustStoreCheck.mistakeIn(path, password))
                    .ifPresent(rule -> settings.mistake(TRUST_STORE, rule));
        }
        return file.map(path -> new ThoughtSpotConfig.TrustStore(path, password));
    }
}
