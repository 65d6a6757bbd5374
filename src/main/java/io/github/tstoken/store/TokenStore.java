package io.github.tstoken.store;

import io.github.tstoken.config.StoreConfig;
import io.github.tstoken.config.StoreDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The store of other providers' tokens, open. Everything of it may be used by many threads at once, on many nodes, and may
 * throw {@link StoreUnavailableException}; it works again as soon as the database does.
 */
public final class TokenStore implements AutoCloseable {
    private final StoreDatabase database;
    private final Connections connections;
    private final Statements statements;
    private final KeyRing keys;
    private final TokenCipher cipher;
    private final AuthorizationStore authorizations;
    private final RevocationQueue revocations;
    private final JdbcFlows flows;

    private TokenStore(
            StoreDatabase database, Connections connections, Statements statements, KeyRing keys, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.statements = statements;
        this.keys = keys;
        this.cipher = new TokenCipher(keys);
        this.authorizations = new JdbcAuthorizationStore(new AuthorizationTable(statements), cipher, clock);
        this.revocations = new RevocationQueue(statements, cipher);
        this.flows = new JdbcFlows(statements, new FlowCipher(keys), clock);
    }

    /**
     * Opens the store and brings its schema up to date. A database that does not answer is no failure: that is then done when
     * it answers.
     *
     * @param clock for the moments that people are told
     * @param nanoTime a clock as {@link System#nanoTime()}
     * @throws MissingKeyException when tokens are stored under a key that is not configured
     * @throws IllegalArgumentException when there can be no such database
     */
    public static TokenStore open(StoreConfig config, Clock clock, LongSupplier nanoTime) {
        KeyRing keys = KeyRing.of(config.encryptionKeys());
        Connections connections = Connections.to(config.database());
        try {
            Statements statements = new JdbcStatements(connections.forStatements());
            Readiness readiness = new Readiness(
                    () -> {
                        Migrations.run(connections.forMigrations());
                        KeysInUse.check(statements, keys);
                    },
                    nanoTime);
            readiness.atStart();
            return new TokenStore(
                    config.database(), connections, new PreparedDatabase(readiness, statements), keys, clock);
        } catch (RuntimeException failure) {
            connections.closing().run();
            throw failure;
        }
    }

    /** What people let us have of providers. */
    public AuthorizationStore authorizations() {
        return authorizations;
    }

    /** What providers have to be told. */
    public RevocationQueue revocations() {
        return revocations;
    }

    /** The flows that are under way, on all nodes. */
    public FlowStore flows() {
        return flows;
    }

    /** The sign-ins that have ended, on all nodes. */
    public EndedSignIns endedSignIns() {
        return new JdbcEndedSignIns(statements);
    }

    /** A new run that encrypts everything with the first key. */
    public ReEncryption reEncryption() {
        return new ReEncryption(statements, cipher, keys.primaryId());
    }

    /**
     * Deletes what nobody can use any more: grants that ended and were not connected again, tokens that cannot be refreshed,
     * those that no provider could be told to forget, and flows that have ended.
     *
     * @param endedBefore when their last token has ended
     * @return how many there were
     */
    public int sweep(Instant endedBefore) {
        return DeadRows.sweep(statements, endedBefore) + flows.sweep();
    }

    /**
     * Ends what the JVM remembers of the driver, which would keep an application in memory that is gone. For the end of the
     * service: no other store of this application can be used afterwards.
     */
    public void forgetDriver() {
        try {
            if (database instanceof StoreDatabase.Embedded) {
                EmbeddedDatabase.forgetDriver();
            } else if (database instanceof StoreDatabase.PostgreSql) {
                PostgreSqlDatabase.forgetDriver();
            }
        } catch (SQLException stays) {
            // Then the application that is gone stays in memory.
        }
    }

    @Override
    public void close() {
        connections.closing().run();
    }
}
