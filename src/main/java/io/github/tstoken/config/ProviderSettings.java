package io.github.tstoken.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and reading of {@link ProviderConfig}. */
final class ProviderSettings {
    private static final String PREFIX = ProviderIds.FAMILY;
    private static final List<String> USUAL_SCOPES = List.of("openid", "email", "offline_access");

    private static final EndpointSettings DISCOVERY = EndpointSettings.of(PREFIX);
    private static final ConfigKey<URI> AUTHORIZATION = ConfigKey.optional(
            PREFIX + "authorization-endpoint",
            Addresses.ENDPOINT,
            "Where people are sent, at a provider without metadata; together with the token endpoint.");
    private static final ConfigKey<URI> TOKEN = ConfigKey.optional(
            PREFIX + "token-endpoint", Addresses.ENDPOINT, "Where tokens come from, at a provider without metadata.");
    private static final ConfigKey<URI> REVOCATION = ConfigKey.optional(
            PREFIX + "revocation-endpoint",
            Addresses.ENDPOINT,
            "Where tokens are ended (RFC 7009), at a provider without metadata.");
    private static final ConfigKey<List<String>> SCOPES = ConfigKey.withoutDefault(
            PREFIX + "scopes",
            Scopes.LIST,
            "`openid email offline_access`; without metadata none",
            "What people are asked to grant.");
    private static final ConfigKey<Duration> TIMEOUT = ConfigKey.withDefault(
            PREFIX + "timeout", Quantities.duration("PT0.1S", "PT30S"), "PT10S", "The deadline of each call.");
    private static final ConfigKey<Integer> MINIMUM_SECONDS = ConfigKey.withDefault(
            PREFIX + "minimum-seconds",
            Quantities.integer(0, 86_400),
            "60",
            "How long an access token must still live to be handed out without a refresh.");
    private static final ConfigKey<Duration> DEFAULT_LIFETIME = ConfigKey.withDefault(
            PREFIX + "default-lifetime",
            Quantities.duration("PT10S", "P365D"),
            "PT1H",
            "How long an access token is taken to live when the provider does not say.");

    /** Every key of a provider. */
    static final List<ConfigKey<?>> FAMILIES = families();

    static final List<ConfigKey<?>> KEYS = keys();

    private ProviderSettings() {}

    private static List<ConfigKey<?>> families() {
        List<ConfigKey<?>> keys = new ArrayList<>(
                List.of(DISCOVERY.issuer(), DISCOVERY.discoveryUrl(), AUTHORIZATION, TOKEN, REVOCATION));
        keys.addAll(ClientSettings.KEYS);
        keys.addAll(List.of(SCOPES, TIMEOUT, MINIMUM_SECONDS, DEFAULT_LIFETIME));
        keys.addAll(DescriptionSettings.KEYS);
        return List.copyOf(keys);
    }

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(ProviderIds.PROVIDERS));
        keys.addAll(FAMILIES);
        return List.copyOf(keys);
    }

    /** The providers in their order, without those that have a mistake. */
    static List<ProviderConfig> read(Settings settings) {
        List<ProviderConfig> providers = ProviderIds.read(settings).stream()
                .flatMap(id -> provider(settings, id).stream())
                .toList();
        checkTheyDiffer(settings, providers);
        return providers;
    }

    private static Optional<ProviderConfig> provider(Settings settings, String id) {
        Optional<ProviderEndpoints> endpoints = endpoints(settings, id);
        Optional<ClientRegistration> client = ClientSettings.read(settings, id);
        List<String> scopes =
                settings.get(SCOPES.member(id)).orElse(DISCOVERY.member(id).isSet(settings) ? USUAL_SCOPES : List.of());
        Duration timeout = settings.getOrDefault(TIMEOUT.member(id));
        Duration minimumLife = Duration.ofSeconds(settings.getOrDefault(MINIMUM_SECONDS.member(id)));
        Duration defaultLifetime = settings.getOrDefault(DEFAULT_LIFETIME.member(id));
        ProviderDescription description = DescriptionSettings.read(settings, id);
        return endpoints.flatMap(where -> client.map(
                us -> new ProviderConfig(id, where, us, scopes, timeout, minimumLife, defaultLifetime, description)));
    }

    private static Optional<ProviderEndpoints> endpoints(Settings settings, String id) {
        EndpointSettings discovery = DISCOVERY.member(id);
        List<ConfigKey<URI>> named = List.of(AUTHORIZATION.member(id), TOKEN.member(id), REVOCATION.member(id));
        if (discovery.isSet(settings)) {
            named.stream().filter(settings::isSet).forEach(key -> refuse(settings, key));
            return discovery.read(settings).map(found -> found);
        }
        if (named.stream().noneMatch(settings::isSet)) {
            settings.mistake(
                    discovery.issuer(), "is required, or discovery-url, or authorization-endpoint and token-endpoint");
            return Optional.empty();
        }
        return named(settings, named);
    }

    private static void refuse(Settings settings, ConfigKey<URI> endpoint) {
        settings.mistake(endpoint, "cannot be set together with an issuer or a discovery-url, whose metadata have it");
    }

    private static Optional<ProviderEndpoints> named(Settings settings, List<ConfigKey<URI>> keys) {
        keys.subList(0, 2).stream()
                .filter(key -> !settings.isSet(key))
                .forEach(key ->
                        settings.mistake(key, "is required, because the provider has no issuer and no discovery-url"));
        Optional<URI> authorization = settings.get(keys.get(0));
        Optional<URI> token = settings.get(keys.get(1));
        Optional<URI> revocation = settings.get(keys.get(2));
        return authorization.flatMap(
                page -> token.map(tokens -> new ProviderEndpoints.Named(page, tokens, revocation)));
    }

    /** Two names for one client would be two grants of one person that a provider takes for one. */
    private static void checkTheyDiffer(Settings settings, List<ProviderConfig> providers) {
        Map<List<Object>, String> clients = new HashMap<>();
        for (ProviderConfig provider : providers) {
            List<Object> client =
                    List.of(provider.endpoints(), provider.client().clientId());
            if (clients.putIfAbsent(client, provider.id()) != null) {
                settings.mistake(
                        ClientSettings.CLIENT_ID.member(provider.id()),
                        "another provider of the list is the same client");
            }
        }
    }
}
