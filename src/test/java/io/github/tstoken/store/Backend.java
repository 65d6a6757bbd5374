package io.github.tstoken.store;

import io.github.tstoken.config.StoreDatabase;
import java.nio.file.Path;

/** The databases that the contract holds for. */
public enum Backend {
    H2 {
        @Override
        public StoreDatabase fresh(Path directory) {
            return new StoreDatabase.Embedded(directory.resolve("store"));
        }
    },
    POSTGRESQL {
        @Override
        public StoreDatabase fresh(Path directory) {
            return RunningPostgreSql.freshDatabase();
        }
    };

    /** A database without anything in it. */
    public abstract StoreDatabase fresh(Path directory);
}
