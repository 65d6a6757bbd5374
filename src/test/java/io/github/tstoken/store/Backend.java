package io.github.tstoken.store;

import io.github.tstoken.config.StoreDatabase;
import java.nio.file.Path;

/** The databases that the contract holds for. */
enum Backend {
    H2 {
        @Override
        StoreDatabase fresh(Path directory) {
            return new StoreDatabase.Embedded(directory.resolve("store"));
        }
    },
    POSTGRESQL {
        @Override
        StoreDatabase fresh(Path directory) {
            return RunningPostgreSql.freshDatabase();
        }
    };

    /** A database without anything in it. */
    abstract StoreDatabase fresh(Path directory);
}
