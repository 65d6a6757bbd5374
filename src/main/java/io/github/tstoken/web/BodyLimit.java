package io.github.tstoken.web;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body means nothing to any request here; a large or slow one is refused, and of a small one nothing is used. */
public final class BodyLimit {
    private static final int MAX_BYTES = 4096;
    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private BodyLimit() {}

    /**
     * Checks the announced length; a body without one is read to its end and forgotten.
     *
     * @throws ProblemException {@link Problem#TOO_LARGE}
     */
    public static void discard(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > MAX_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        if (announced < 0) {
            discardUnannounced(request.getInputStream());
        }
    }

    private static void discardUnannounced(InputStream body) throws IOException {
        long end = System.nanoTime() + MAX_TIME.toNanos();
        byte[] buffer = new byte[MAX_BYTES + 1];
        int total = 0;
        while (true) {
            int count = body.read(buffer, 0, buffer.length - total);
            if (count < 0) {
                return;
            }
            total += count;
            if (total > MAX_BYTES || System.nanoTime() - end > 0) {
                throw new ProblemException(Problem.TOO_LARGE);
            }
        }
    }
}
