package io.github.tstoken.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the schema up to date. Of several nodes that start at once, one does it and the others wait; an older node bears a
 * newer schema.
 */
final class Migrations {
    private static final List<LoadableResource> ALL =
            List.of(new Migration("V1__authorizations.sql"), new Migration("V2__sign_in.sql"));

    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Migrations() {}

    /**
     * Runs what has not run yet.
     *
     * @throws StoreUnavailableException when that fails
     */
    static void run(DataSource database) {
        int attempt = 1;
        while (!tryToRun(database, attempt == ATTEMPTS)) {
            attempt++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** False when it failed and is worth another try: nodes that make the table of the history at once disturb each other. */
    private static boolean tryToRun(DataSource database, boolean last) {
        try {
            migrate(database);
            return true;
        } catch (FlywayException failure) {
            if (last || failure.getErrorCode() == CoreErrorCode.DB_CONNECTION) {
                throw new StoreUnavailableException(
                        "the schema cannot be brought up to date: " + failure.getErrorCode());
            }
            return false;
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .table("tstoken_schema_history")
                // The schema may have tables of others.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Named, not searched for: every server has class loaders of its own.
                .locations(new String[0])
                .resourceProvider(new Named())
                .javaMigrationClassProvider(List::of)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** The migrations that there are. */
    private static final class Named implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return matching(name, "").findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return Stream.of(suffixes)
                    .flatMap(suffix -> matching(prefix, suffix))
                    .toList();
        }

        private static Stream<LoadableResource> matching(String prefix, String suffix) {
            return ALL.stream()
                    .filter(migration -> migration.getFilename().startsWith(prefix)
                            && migration.getFilename().endsWith(suffix));
        }
    }
}
