package io.github.tstoken.config;

import java.net.URI;
import java.util.List;

/** Keys and reading of {@link ProviderDescription}. */
final class DescriptionSettings {
    private static final String PREFIX = ProviderIds.FAMILY + "metadata.";

    private static final ConfigKey<String> NAME =
            ConfigKey.withoutDefault(PREFIX + "name", Texts.TEXT, "the id", "What people see as the provider's name.");
    private static final ConfigKey<String> DESCRIPTION =
            ConfigKey.optional(PREFIX + "description", Texts.TEXT, "A sentence about the provider.");
    private static final ConfigKey<URI> URL =
            ConfigKey.optional(PREFIX + "url", Addresses.LINK, "The provider's home page.");
    private static final ConfigKey<URI> ICON =
            ConfigKey.optional(PREFIX + "icon", Addresses.LINK, "A small picture of the provider.");
    private static final ConfigKey<URI> LOGO =
            ConfigKey.optional(PREFIX + "logo", Addresses.LINK, "A larger picture of the provider.");

    static final List<ConfigKey<?>> KEYS = List.of(NAME, DESCRIPTION, URL, ICON, LOGO);

    private DescriptionSettings() {}

    static ProviderDescription read(Settings settings, String provider) {
        return new ProviderDescription(
                settings.get(NAME.member(provider)).orElse(provider),
                settings.get(DESCRIPTION.member(provider)),
                settings.get(URL.member(provider)),
                settings.get(ICON.member(provider)),
                settings.get(LOGO.member(provider)));
    }
}
