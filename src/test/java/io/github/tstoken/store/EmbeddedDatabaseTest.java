package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.tstoken.config.StoreDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void whenTheDirectoryIsMade_thenItIsForThisUserAlone() throws IOException {
        Path made = directory.resolve("some").resolve("where");
        StoreTest.open(new StoreDatabase.Embedded(made)).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void whenTheDirectoryCannotBeMade_thenTheStoreDoesNotOpen() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> StoreTest.open(new StoreDatabase.Embedded(file.resolve("store"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenThePathCouldSetOptionsOfTheDatabase_thenTheStoreDoesNotOpen() {
        StoreDatabase database = new StoreDatabase.Embedded(directory.resolve("store;INIT=RUNSCRIPT"));
        assertThatThrownBy(() -> StoreTest.open(database)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenAThreadIsInterrupted_thenTheDatabaseStaysOpenForTheOthers() {
        try (TokenStore store = StoreTest.open(new StoreDatabase.Embedded(directory))) {
            Thread.currentThread().interrupt();
            Throwable ofTheInterrupted =
                    catchThrowable(() -> StoreTest.connected(store, StoreTest.BOB, StoreTest.tokens("1")));
            boolean unused = Thread.interrupted();
            assertThat(ofTheInterrupted)
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isNull(),
                            failure -> assertThat(failure).isInstanceOf(StoreUnavailableException.class));
            assertThat(StoreTest.connected(store, StoreTest.BOB, StoreTest.tokens("2"))
                            .state())
                    .isEqualTo(Authorization.State.CONNECTED);
        }
    }

    @Test
    @DisplayName("[R47] the files of the database have no token in them")
    void whenTokensWereStored_thenNoFileHasThem() throws IOException {
        try (TokenStore store = StoreTest.open(new StoreDatabase.Embedded(directory))) {
            StoreTest.connected(store, StoreTest.BOB, StoreTest.tokens("canary"));
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
            }
        }
    }
}
