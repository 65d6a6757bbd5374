package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {
    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private final AtomicLong nanoTime = new AtomicLong();

    @TempDir
    Path folder;

    private Path file;
    private SecretSource source;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("key");
        Files.writeString(file, "first\n");
        source = new SecretSource(Secret.of("first"), Optional.of(file), nanoTime::get);
    }

    @Test
    void whenNothingChanges_thenTheSecretIsTheSameObject() {
        Secret before = source.current();
        pass(Duration.ofSeconds(30));
        assertThat(source.current()).isSameAs(before);
        assertThat(source.latest()).isSameAs(before);
    }

    @Test
    @DisplayName("[R34] a key file that has changed is read again")
    void whenTheFileChanges_thenTheSecretIsTheNewOne() throws IOException {
        Files.writeString(file, "second-and-longer\n");
        assertThat(source.current().reveal()).isEqualTo("first");
        pass(A_LOOK);
        assertThat(source.current().reveal()).isEqualTo("second-and-longer");
    }

    @Test
    @DisplayName("[R34] also when its time and size are the same, though later")
    void whenOnlyTheContentChanges_thenTheSecretIsTheNewOneAfterSomeSeconds() throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Files.writeString(file, "other\n");
        Files.setLastModifiedTime(file, modified);
        pass(A_LOOK);
        assertThat(source.current().reveal()).isEqualTo("first");
        pass(Duration.ofSeconds(9));
        assertThat(source.current().reveal()).isEqualTo("other");
    }

    @Test
    void whenItIsUrgent_thenTheFileIsReadAtOnceThoughNotAllTheTime() throws IOException {
        Files.writeString(file, "other\n");
        assertThat(source.latest().reveal()).isEqualTo("first");
        pass(Duration.ofMillis(100));
        assertThat(source.latest().reveal()).isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two words", "tab\there"})
    void whenTheFileHasNoSecret_thenTheLastGoodOneStays(String content) throws IOException {
        Files.writeString(file, content);
        pass(Duration.ofSeconds(10));
        assertThat(source.current().reveal()).isEqualTo("first");
    }

    @Test
    void whenTheFileIsGone_thenTheLastGoodOneStaysUntilThereIsAnother() throws IOException {
        Files.delete(file);
        pass(A_LOOK);
        assertThat(source.current().reveal()).isEqualTo("first");
        Files.writeString(file, "second");
        pass(A_LOOK);
        assertThat(source.current().reveal()).isEqualTo("second");
    }

    @Test
    @DisplayName("[R33] its text shows nothing")
    void whenItIsWritten_thenNothingShows() {
        assertThat(source).hasToString("SecretSource[redacted]");
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
