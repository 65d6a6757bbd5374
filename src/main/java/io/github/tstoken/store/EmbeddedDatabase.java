package io.github.tstoken.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The database in a file: H2, in this process alone. The only class that knows it. */
final class EmbeddedDatabase {
    /**
     * What was committed is in the file, even if the process is killed a moment later. No trace file, which would have values
     * in it; closing is ours, not a shutdown hook's.
     */
    private static final String OPTIONS = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    private EmbeddedDatabase() {}

    /**
     * The database in a directory, which is made when there is none, for this user of the machine alone.
     *
     * @throws IllegalArgumentException when there cannot be such a directory
     */
    static DataSource in(Path directory) {
        String file = directory.toAbsolutePath().resolve("ts-token-store").toString();
        if (file.contains(";")) {
            throw new IllegalArgumentException(
                    "the directory of the token store must not have a semicolon in its path");
        }
        make(directory);
        JdbcDataSource database = new JdbcDataSource();
        // A thread that is interrupted closes a file of the usual kind, and with it the database of everybody;
        // this kind is opened again. The other one that survives it, async, has threads of the JVM that outlive us.
        database.setURL("jdbc:h2:retry:" + file + OPTIONS);
        return database;
    }

    /** Takes the driver, where the application brings it, out of the JVM's list, which would keep the application in memory. */
    static void forgetDriver() {
        if (org.h2.Driver.class.getClassLoader() == EmbeddedDatabase.class.getClassLoader()) {
            org.h2.Driver.unload();
        }
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory, forThisUserAlone(directory));
        } catch (IOException e) {
            throw new IllegalArgumentException("the directory of the token store cannot be made: " + directory, e);
        }
    }

    private static FileAttribute<?>[] forThisUserAlone(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
