package io.github.tstoken.http;

import java.time.Duration;

/** The moment by which several calls together must have ended. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** A deadline this far from now. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left; not positive when it has passed. */
    Duration remaining() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
