package io.github.tstoken.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A secret that may change while the service runs: a value, which does not, or the content of a file, which is read again
 * when the file has changed.
 *
 * <p>Guarantees: as long as the text is the same, the {@link Secret} is the same object. A file that is missing, unreadable or
 * has no secret in it changes nothing: the last good secret stays. Looking costs little however often it is asked.
 */
public final class SecretSource {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** The time and size of a file can stay the same while its content changes. */
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);

    private static final Duration BETWEEN_URGENT_READINGS = Duration.ofMillis(100);

    private final Optional<Path> file;
    private final ValueType<Secret> type;
    private final LongSupplier nanoTime;
    private volatile Seen seen;

    /** What was last seen, and when. */
    private record Seen(Secret secret, FileState state, long lookedAt, long readAt) {}

    private record FileState(FileTime modified, long size) {
        private static final FileState NONE = new FileState(FileTime.fromMillis(0), -1);

        static FileState of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new FileState(attributes.lastModifiedTime(), attributes.size());
            } catch (IOException e) {
                return NONE;
            }
        }
    }

    SecretSource(Secret atStart, Optional<Path> file, LongSupplier nanoTime) {
        this(atStart, file, SecretTypes.SECRET, nanoTime);
    }

    private SecretSource(Secret atStart, Optional<Path> file, ValueType<Secret> type, LongSupplier nanoTime) {
        this.file = file;
        this.type = type;
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        this.seen = new Seen(atStart, file.map(FileState::of).orElse(FileState.NONE), now, now);
    }

    /** A secret that never changes. */
    public static SecretSource of(Secret value) {
        return new SecretSource(value, Optional.empty(), System::nanoTime);
    }

    /** A secret that was read from a file, and may be another one there later. */
    public static SecretSource ofFile(Path file, Secret atStart) {
        return ofFile(file, atStart, SecretTypes.SECRET);
    }

    static SecretSource ofFile(Path file, Secret atStart, ValueType<Secret> type) {
        return new SecretSource(atStart, Optional.of(file), type, System::nanoTime);
    }

    /** The secret, at most some seconds old. */
    public Secret current() {
        if (file.isPresent() && isOver(BETWEEN_LOOKS, seen.lookedAt())) {
            look(file.get());
        }
        return seen.secret();
    }

    /** The secret as it is in the file now, for when the one that was known is refused. */
    public Secret latest() {
        if (file.isPresent() && isOver(BETWEEN_URGENT_READINGS, seen.readAt())) {
            read(file.get(), FileState.of(file.get()));
        }
        return seen.secret();
    }

    private synchronized void look(Path path) {
        if (!isOver(BETWEEN_LOOKS, seen.lookedAt())) {
            return;
        }
        FileState state = FileState.of(path);
        if (!state.equals(seen.state()) || isOver(BETWEEN_READINGS, seen.readAt())) {
            read(path, state);
        } else {
            seen = new Seen(seen.secret(), state, nanoTime.getAsLong(), seen.readAt());
        }
    }

    private synchronized void read(Path path, FileState state) {
        long now = nanoTime.getAsLong();
        Secret known = seen.secret();
        Secret secret = content(path)
                .filter(found -> !found.reveal().equals(known.reveal()))
                .orElse(known);
        seen = new Seen(secret, state, now, now);
    }

    private Optional<Secret> content(Path path) {
        try {
            String text = SecretFile.read(path);
            return text.isEmpty() ? Optional.empty() : Optional.of(type.parse(text));
        } catch (RejectedValueException e) {
            return Optional.empty();
        }
    }

    private boolean isOver(Duration time, long since) {
        return nanoTime.getAsLong() - since >= time.toNanos();
    }

    @Override
    public String toString() {
        return "SecretSource[redacted]";
    }
}
