package io.github.tstoken.web;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body means nothing to any request here; a small one is read and forgotten, a large or slow one is refused. */
public final class BodyLimit {
    private static final int LARGEST = 4096;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private BodyLimit() {}

    /**
     * Takes the body out of the way.
     *
     * @throws ProblemException {@link Problem#TOO_LARGE}
     */
    public static void discard(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > LARGEST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        if (announced < 0) {
            discardUnannounced(request.getInputStream());
        }
    }

    private static void discardUnannounced(InputStream body) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] buffer = new byte[LARGEST + 1];
        int total = 0;
        while (true) {
            int count = body.read(buffer, 0, buffer.length - total);
            if (count < 0) {
                return;
            }
            total += count;
            if (total > LARGEST || System.nanoTime() - end > 0) {
                throw new ProblemException(Problem.TOO_LARGE);
            }
        }
    }
}
