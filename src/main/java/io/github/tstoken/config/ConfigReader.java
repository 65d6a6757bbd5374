package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads and checks the whole configuration, once. Reads files that it names; opens no connection, logs nothing. */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * Reads the configuration.
     *
     * @throws InvalidConfigException with every mistake in one message, never with a value
     */
    public static ConfigReading read(ConfigInputs inputs, FurtherChecks checks) {
        Findings findings = new Findings();
        Config config = ConfigSources.open(inputs, findings);
        UnknownKeys.report(config, findings);
        Settings settings = new Settings(config, findings);
        Environment.of(settings).warnOfUnknownNames(inputs.environment(), findings);
        Optional<ServiceConfig> serviceConfig = serviceConfig(settings, checks, inputs.serverDirectory());
        findings.throwWhenThereAreMistakes();
        return new ConfigReading(serviceConfig.orElseThrow(), findings.warnings(), ConfigSummary.lines(settings));
    }

    private static Optional<ServiceConfig> serviceConfig(
            Settings settings, FurtherChecks checks, Optional<Path> serverDirectory) {
        Optional<ThoughtSpotConfig> thoughtSpot = ThoughtSpotSettings.read(settings);
        TokenConfig token = TokenSettings.read(settings);
        IssueConfig issue = IssueSettings.read(settings);
        UserConfig user = UserSettings.read(settings);
        OrgConfig org = OrgSettings.read(settings);
        Optional<AbacConfig> abac = AbacSettings.read(settings);
        Optional<JitConfig> jit = JitSettings.read(settings);
        Optional<RedirectConfig> redirect = RedirectSettings.read(settings, checks.redirectTarget());
        WebConfig web = WebSettings.read(settings);
        IdentityConfig identity = IdentitySettings.read(
                settings, roles(user, web, jit), expressions(user, org, abac, jit), checks.identitySource());
        InsideConfig inside = InsideSettings.read(settings);
        List<ProviderConfig> providers = ProviderSettings.read(settings);
        Optional<StoreConfig> store = store(settings, identity.oidc().isPresent(), serverDirectory);
        return thoughtSpot.flatMap(api -> redirect.map(embed -> new ServiceConfig(
                api, token, issue, identity, user, org, abac, jit, embed, web, inside, providers, store)));
    }

    private static Optional<StoreConfig> store(Settings settings, boolean signsIn, Optional<Path> serverDirectory) {
        boolean hasProviders = settings.isSet(ProviderIds.PROVIDERS);
        if (hasProviders) {
            WebSettings.requirePublicUrl(settings, "because there are providers");
        }
        return StoreSettings.read(settings, hasProviders, signsIn, serverDirectory);
    }

    private static Set<String> roles(UserConfig user, WebConfig web, Optional<JitConfig> jit) {
        Set<String> roles = new HashSet<>(user.requiredRoles());
        roles.addAll(web.adminRoles());
        jit.stream().flatMap(JitConfig::roles).forEach(roles::add);
        return roles;
    }

    private static Set<AttributeExpression> expressions(
            UserConfig user, OrgConfig org, Optional<AbacConfig> abac, Optional<JitConfig> jit) {
        return Stream.of(
                        Stream.of(user.name()),
                        org.expressions(),
                        abac.stream().flatMap(AbacConfig::expressions),
                        jit.stream().flatMap(JitConfig::expressions))
                .flatMap(some -> some)
                .collect(Collectors.toSet());
    }
}
