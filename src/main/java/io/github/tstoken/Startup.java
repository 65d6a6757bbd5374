package io.github.tstoken;

import io.github.tstoken.config.ConfigInputs;
import io.github.tstoken.config.ConfigReader;
import io.github.tstoken.config.ConfigReading;
import io.github.tstoken.config.FurtherChecks;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.identity.IdentitySources;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.operations.AuditLog;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.policy.GrantPolicy;
import io.github.tstoken.redirect.EmbedTargets;
import io.github.tstoken.thoughtspot.ThoughtSpotClients;
import io.github.tstoken.web.TokenService;
import io.github.tstoken.web.guard.Guard;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: reads the configuration and puts the service together. The only place where parts are made. */
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    /**
     * Starts the service of a web application.
     *
     * @throws io.github.tstoken.config.InvalidConfigException with every mistake of the configuration
     */
    static RunningService start(ServletContext context) throws ServletException {
        IdentitySources sources = new IdentitySources(context.getClassLoader());
        ConfigReading reading = ConfigReader.read(
                ConfigInputs.ofThisProcess(ServerParametersReader.read(context)),
                new FurtherChecks(EmbedTargets::mistakeIn, sources::mistakeIn));
        reading.warnings().forEach(warning -> LOG.warn("{}", warning));
        reading.summary().forEach(setting -> LOG.info("{}", setting));
        ServiceConfig config = reading.config();
        RunningService running = run(context, config, sources);
        LOG.info("ts-token answers at {}", context.getContextPath());
        return running;
    }

    private static RunningService run(ServletContext context, ServiceConfig config, IdentitySources sources)
            throws ServletException {
        BoundedHttp http = BoundedHttp.open(HttpSettings.of(config.thoughtSpot()));
        try {
            return new RunningService(service(config, sources, http), new JerseyResources(context), http);
        } catch (ServletException | RuntimeException failure) {
            http.close();
            throw failure;
        }
    }

    private static TokenService service(ServiceConfig config, IdentitySources sources, BoundedHttp http) {
        Clock clock = Clock.systemUTC();
        UpstreamHealth health = new UpstreamHealth();
        return new TokenService(
                config,
                new Guard(config.web(), config.redirect()),
                sources.of(config.identity(), GrantPolicy.sessionAttributes(config.user())),
                new GrantPolicy(
                        config.user(),
                        config.token(),
                        config.thoughtSpot().org(),
                        config.redirect().validity()),
                new TokenIssuer(ThoughtSpotClients.of(config.thoughtSpot(), http, clock), health),
                EmbedTargets.of(config.redirect().targets()),
                health,
                new AuditLog(),
                clock);
    }
}
