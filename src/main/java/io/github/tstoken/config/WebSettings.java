package io.github.tstoken.config;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Keys and reading of {@link WebConfig}. */
final class WebSettings {
    private static final ConfigKey<URI> PUBLIC_URL = ConfigKey.optional(
            "tstoken.public-url",
            Addresses.BASE_URL,
            "The address of the mount point as browsers see it, such as `https://app.example.com/ts-token`.");
    private static final ConfigKey<List<String>> CORS_ORIGINS = ConfigKey.optional(
            "tstoken.cors.origins",
            Texts.listOf("origins as browsers write them (http only to loopback)", Addresses.ORIGIN),
            "Other origins that may ask for tokens, with the person's cookies.");
    private static final ConfigKey<String> LOGIN_URL = ConfigKey.optional(
            "tstoken.web.login-url",
            Addresses.PATH_OR_HTTPS,
            "Where a navigation of somebody who is not signed in goes, with `return_to`.");
    private static final ConfigKey<List<String>> ADMIN_ROLES = ConfigKey.optional(
            "tstoken.admin.roles",
            Texts.listOf("roles", Texts.TEXT),
            "Roles that make an administrator of this service; one of them suffices.");

    private static final ConfigKey<List<AddressRange>> METRICS_ADDRESSES = ConfigKey.optional(
            "tstoken.metrics.allowed-addresses",
            Texts.listOf(
                    "IP addresses and ranges, such as 10.1.0.0/16",
                    ValueType.of("an IP address or a range", AddressRange::parse)),
            "From where `/metrics` is read without a sign-in; the address is that of the direct peer.");

    static final List<ConfigKey<?>> KEYS = List.of(PUBLIC_URL, CORS_ORIGINS, LOGIN_URL, ADMIN_ROLES, METRICS_ADDRESSES);

    private WebSettings() {}

    /** Notes a mistake when the address is not set. */
    static void requirePublicUrl(Settings settings, String because) {
        if (!settings.isSet(PUBLIC_URL)) {
            settings.mistake(PUBLIC_URL, "is required, " + because);
        }
    }

    static WebConfig read(Settings settings) {
        return new WebConfig(
                settings.get(PUBLIC_URL),
                Set.copyOf(settings.get(CORS_ORIGINS).orElse(List.of())),
                settings.get(LOGIN_URL),
                Set.copyOf(settings.get(ADMIN_ROLES).orElse(List.of())),
                settings.get(METRICS_ADDRESSES).orElse(List.of()));
    }
}
