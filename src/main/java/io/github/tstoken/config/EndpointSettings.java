package io.github.tstoken.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where a provider describes itself: by its issuer, by the address of its metadata, or by both, where the one does not follow
 * from the other.
 *
 * @param issuer the key of the issuer
 * @param discoveryUrl the key of the address
 */
record EndpointSettings(ConfigKey<String> issuer, ConfigKey<URI> discoveryUrl) {
    static final String WELL_KNOWN = "/.well-known/openid-configuration";

    static EndpointSettings of(String prefix) {
        return new EndpointSettings(
                ConfigKey.optional(
                        prefix + "issuer",
                        Addresses.ISSUER,
                        "The issuer of the provider, byte for byte as its metadata has it; they are at `<issuer>"
                                + WELL_KNOWN + "`."),
                ConfigKey.optional(
                        prefix + "discovery-url",
                        Addresses.ENDPOINT,
                        "Where the provider's metadata is, when that does not follow from the issuer."));
    }

    EndpointSettings member(String freePart) {
        return new EndpointSettings(issuer.member(freePart), discoveryUrl.member(freePart));
    }

    boolean isSet(Settings settings) {
        return settings.isSet(issuer) || settings.isSet(discoveryUrl);
    }

    /** Empty when neither is there or one has a mistake. */
    Optional<ProviderEndpoints.Discovered> read(Settings settings) {
        Optional<String> named = settings.get(issuer);
        Optional<URI> address = settings.get(discoveryUrl).or(() -> named.map(EndpointSettings::wellKnown));
        boolean wrong = settings.isSet(issuer) && named.isEmpty();
        return address.filter(url -> !wrong).map(url -> new ProviderEndpoints.Discovered(url, named));
    }

    /** OpenID Connect Discovery section 4.1: "any terminating / MUST be removed before". */
    private static URI wellKnown(String issuer) {
        String path = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(path + WELL_KNOWN);
    }
}
