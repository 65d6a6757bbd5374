package io.github.tstoken;

import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.config.ConfigInputs;
import io.github.tstoken.config.ConfigReader;
import io.github.tstoken.config.ConfigReading;
import io.github.tstoken.config.FurtherChecks;
import io.github.tstoken.config.InvalidConfigException;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Identification;
import io.github.tstoken.identity.IdentitySources;
import io.github.tstoken.identity.SignInIds;
import io.github.tstoken.mint.PersonLimit;
import io.github.tstoken.mint.SignInTokens;
import io.github.tstoken.mint.TokenIssuer;
import io.github.tstoken.mint.Upstream;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.AuditLog;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.RecentAudit;
import io.github.tstoken.operations.StoreHealth;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.policy.GrantPolicy;
import io.github.tstoken.redirect.EmbedTargets;
import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.store.MemoryFlows;
import io.github.tstoken.store.TokenStore;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.ThoughtSpotClients;
import io.github.tstoken.web.SignInTokenEnds;
import io.github.tstoken.web.TokenService;
import io.github.tstoken.web.guard.Guard;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: reads the configuration and puts the service together. The only place where parts are made. */
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /** A page asks for a token when the last one ends: its session must not have ended by then. */
    private static final Duration SESSION_BEYOND_TOKEN = Duration.ofMinutes(30);

    private Startup() {}

    /**
     * Starts the service of a web application.
     *
     * @throws io.github.tstoken.config.InvalidConfigException with every mistake of the configuration
     */
    static RunningService start(ServletContext context) throws ServletException {
        try {
            return started(context);
        } catch (InvalidConfigException invalid) {
            // Tomcat writes what a listener or a filter throws only to a log per host, where nobody looks first.
            LOG.error("{}", invalid.getMessage());
            throw invalid;
        }
    }

    private static RunningService started(ServletContext context) throws ServletException {
        boolean alone = MountPoint.coversAll(context);
        IdentitySources sources = new IdentitySources(context.getClassLoader());
        ConfigReading reading = ConfigReader.read(
                ConfigInputs.ofThisProcess(ServerParametersReader.read(context)),
                new FurtherChecks(
                        EmbedTargets::mistakeIn,
                        source -> sources.mistakeIn(source).or(() -> missingApplication(source, alone))));
        reading.warnings().forEach(warning -> LOG.warn("{}", warning));
        reading.summary().forEach(setting -> LOG.info("{}", setting));
        ServiceConfig config = reading.config();
        warnOfAttributesOfNobody(config.identity().expressionAttributes(), alone);
        Roles.declare(context, config.identity().roles());
        if (alone && config.identity().sources().contains("principal")) {
            warnOfMissingSignOn(context);
        }
        RunningService running = run(context, config, sources, alone);
        running.service().audit().record(AuditEvent.started(TraceContext.begin().traceId()));
        LOG.info("ts-token answers at {}", context.getContextPath());
        return running;
    }

    private static void warnOfMissingSignOn(ServletContext context) {
        SignOnCheck server = new SignOnCheck(ManagementFactory.getPlatformMBeanServer());
        if (server.isMissing(context.getVirtualServerName())) {
            LOG.warn(
                    "the server has no single sign-on, so whoever signs in to an application beside will not be known here:"
                            + " server-config of ts-token has its settings");
        }
        String authMethod = LoginConfig.authMethod(context).orElse("none");
        if (server.needsForm() && !authMethod.equals("FORM")) {
            LOG.warn(
                    "the auth-method in the login-config of this web application is {}: WildFly looks for the single sign-on"
                            + " only with FORM, so whoever signs in to an application beside will not be known here",
                    authMethod);
        }
    }

    private static RunningService run(
            ServletContext context, ServiceConfig config, IdentitySources sources, boolean alone)
            throws ServletException {
        Connections connections = Connections.open(config, Clock.systemUTC());
        try {
            JerseyResources resources = new JerseyResources(context);
            RunningService running =
                    new RunningService(service(config, sources, connections, alone), resources, connections);
            connections.thoughtSpot().prepare();
            return running;
        } catch (ServletException | RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    /** An expression without a value refuses people, which an administrator would look for in the sign-in. */
    private static void warnOfAttributesOfNobody(Set<String> attributes, boolean alone) {
        if (alone && !attributes.isEmpty()) {
            LOG.warn("session: expressions have no value in a web application beside another: {}", attributes);
        }
    }

    /** A session belongs to one web application. */
    private static Optional<String> missingApplication(String source, boolean alone) {
        return alone && source.equals("session")
                ? Optional.of("session works only inside an application, not in a web application beside it: the filter"
                        + " ts-token has every path of this one, so that nobody else can sign people in here")
                : Optional.empty();
    }

    private static Identification identification(
            ServiceConfig config,
            IdentitySources sources,
            Connections connections,
            Optional<OidcSignIns> watch,
            boolean alone) {
        Optional<Duration> tracked =
                config.issue().trackSessions() ? Optional.of(config.token().validity()) : Optional.empty();
        SignInIds signIns = alone ? SignInIds.beside(config.identity().ssoCookie(), tracked) : SignInIds.inside();
        return sources.of(config.identity(), signIns, connections.jwt(), watch, alone);
    }

    private static TokenService service(
            ServiceConfig config, IdentitySources sources, Connections connections, boolean alone) {
        Clock clock = Clock.systemUTC();
        UpstreamHealth health = new UpstreamHealth();
        Metrics metrics = new Metrics();
        RecentAudit recentAudit = new RecentAudit();
        AuditLog audit = new AuditLog(clock, recentAudit);
        TokenIssuer issuer = issuer(config, connections.thoughtSpot(), health, metrics, clock);
        StoreHealth storeHealth = new StoreHealth(metrics);
        Optional<OidcSignIns> signIns =
                signIns(config, connections, storeHealth, new SignInTokenEnds(issuer, audit), clock);
        return new TokenService(
                config,
                new Guard(config.web(), config.redirect(), signIns.isPresent()),
                identification(config, sources, connections, signIns, alone),
                GrantPolicy.of(config),
                issuer,
                EmbedTargets.of(config.redirect().targets()),
                authorizations(config, connections, storeHealth, metrics, audit, clock),
                signIns,
                alone ? Optional.of(config.token().validity().plus(SESSION_BEYOND_TOKEN)) : Optional.empty(),
                health,
                storeHealth,
                audit,
                recentAudit,
                metrics,
                clock);
    }

    private static Optional<Authorizations> authorizations(
            ServiceConfig config,
            Connections connections,
            StoreHealth health,
            Metrics metrics,
            AuditLog audit,
            Clock clock) {
        // A database may be there for signing in alone.
        return connections
                .store()
                .filter(any -> !config.providers().isEmpty())
                .map(store -> Authorizations.open(config, store, health::answered, metrics, audit, clock));
    }

    private static Optional<OidcSignIns> signIns(
            ServiceConfig config, Connections connections, StoreHealth health, SignInTokenEnds tokens, Clock clock) {
        return connections
                .provider()
                .map(provider -> new OidcSignIns(
                        provider,
                        connections.store().map(TokenStore::flows).orElseGet(() -> new MemoryFlows(clock)),
                        connections.store().map(TokenStore::endedSignIns),
                        health::answered,
                        config.web().publicUrl().orElseThrow(),
                        signIn -> tokens.end(signIn, "the sign-in was ended at the provider, or on another node"),
                        clock));
    }

    private static Duration longestLife(ServiceConfig config) {
        Duration life = config.token().validity();
        Duration ofRedirects = config.redirect().validity();
        return life.compareTo(ofRedirects) < 0 ? ofRedirects : life;
    }

    private static TokenIssuer issuer(
            ServiceConfig config, BoundedHttp http, UpstreamHealth health, Metrics metrics, Clock clock) {
        Duration timeout = config.thoughtSpot().timeout();
        SignInTokens tokens = new SignInTokens(clock, longestLife(config), timeout);
        ThoughtSpotClient client = ThoughtSpotClients.of(config.thoughtSpot(), http, clock, tokens::forgetAll);
        Upstream upstream = new Upstream(client, health, metrics, clock, System::nanoTime);
        metrics.show("upstream.in.flight", http::inFlight);
        metrics.show("upstream.waiting", http::waiting);
        metrics.show("upstream.left.alone", () -> upstream.isLeftAlone() ? 1 : 0);
        return new TokenIssuer(
                upstream, new PersonLimit(config.issue().perUser()), config.issue(), timeout, tokens, metrics, clock);
    }
}
