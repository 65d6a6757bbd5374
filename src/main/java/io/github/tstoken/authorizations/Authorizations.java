package io.github.tstoken.authorizations;

import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.operations.AuditSink;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.TokenStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Everything for the tokens of other providers, running. Made only where providers are configured. */
public final class Authorizations implements AutoCloseable {
    private final DatabaseThreads threads;
    private final Providers providers;
    private final Upkeep upkeep;
    private final Standing standing;
    private final Connecting connecting;
    private final AccessTokens accessTokens;
    private final Disconnecting disconnecting;
    private final Offboarding offboarding;
    private final ReEncryptionRun reEncryption;

    private Authorizations(
            ServiceConfig config,
            Providers providers,
            TokenStore store,
            DatabaseThreads.Watch watch,
            Metrics metrics,
            AuditSink audit,
            Clock clock) {
        this.providers = providers;
        this.threads = new DatabaseThreads(watch);
        AuthorizationStore rows = store.authorizations();
        Records records = new Records(audit, metrics);
        Refreshing refreshing =
                new Refreshing(rows, threads, new LeasedRefresh(rows, threads, records), clock, System::nanoTime);
        IdleConnections idle = new IdleConnections(providers, rows, threads, refreshing, clock);
        ProviderRevocations revocations = new ProviderRevocations(providers, store.revocations(), threads, records);
        Sweep sweep = new Sweep(store::sweep, threads, clock);
        this.standing = new Standing(providers, rows, threads, clock);
        this.connecting = new Connecting(
                providers,
                store.flows(),
                rows,
                threads,
                config.web().publicUrl().orElseThrow(),
                clock);
        this.accessTokens = new AccessTokens(providers, rows, threads, refreshing, clock);
        this.reEncryption = new ReEncryptionRun(store::reEncryption, threads);
        this.upkeep = new Upkeep(List.of(revocations::proceed, idle::proceed, sweep::proceed));
        this.disconnecting = new Disconnecting(providers, rows, threads, upkeep::wake);
        this.offboarding = new Offboarding(config.identity().sources(), rows, threads, upkeep::wake, clock);
        metrics.show("store.waiting", threads::waiting);
    }

    /**
     * Gets ready to ask the providers. One that does not answer is no failure.
     *
     * @param config with providers
     * @param store where their tokens are; not closed here
     * @param watch hears how the database answers
     */
    public static Authorizations open(
            ServiceConfig config,
            TokenStore store,
            DatabaseThreads.Watch watch,
            Metrics metrics,
            AuditSink audit,
            Clock clock) {
        return open(config, store, watch, provider -> OAuthServer.open(provider, clock), metrics, audit, clock);
    }

    /** The same with clients that the caller makes. */
    static Authorizations open(
            ServiceConfig config,
            TokenStore store,
            DatabaseThreads.Watch watch,
            Function<ProviderConfig, OAuthServer> connect,
            Metrics metrics,
            AuditSink audit,
            Clock clock) {
        Providers providers = Providers.open(config.providers(), connect);
        return new Authorizations(config, providers, store, watch, metrics, audit, clock);
    }

    /** The providers. */
    public Providers providers() {
        return providers;
    }

    /** How people stand with them. */
    public Standing standing() {
        return standing;
    }

    /** Sends people to them and takes what they bring back. */
    public Connecting connecting() {
        return connecting;
    }

    /** Gives access tokens. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /** Ends connections. */
    public Disconnecting disconnecting() {
        return disconnecting;
    }

    /** Ends all of a person. */
    public Offboarding offboarding() {
        return offboarding;
    }

    /** Encrypts everything anew. */
    public ReEncryptionRun reEncryption() {
        return reEncryption;
    }

    /** The providers first: the calls that are under way fail, and what waits for them ends while there is a database. */
    @Override
    public void close() {
        upkeep.close();
        providers.close();
        threads.close();
    }
}
