package io.github.tstoken.config;

import java.util.List;
import java.util.stream.Stream;

/** Every key there is, in the order of the documentation. */
final class ConfigKeys {
    static final List<ConfigKey<?>> ALL = Stream.of(
                    ConfigSources.KEYS,
                    ThoughtSpotSettings.KEYS,
                    TokenSettings.KEYS,
                    IssueSettings.KEYS,
                    IdentitySettings.KEYS,
                    JwtSettings.KEYS,
                    OidcSettings.KEYS,
                    UserSettings.KEYS,
                    OrgSettings.KEYS,
                    AbacSettings.KEYS,
                    JitSettings.KEYS,
                    RedirectSettings.KEYS,
                    WebSettings.KEYS,
                    InsideSettings.KEYS,
                    StoreSettings.KEYS,
                    ProviderSettings.KEYS)
            .<ConfigKey<?>>flatMap(List::stream)
            .toList();

    private ConfigKeys() {}
}
