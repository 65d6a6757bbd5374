package io.github.tstoken.web;

import io.github.tstoken.web.guard.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body means nothing to most requests here; a large or slow one is refused, and of a small one nothing is used. */
final class BodyLimit {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_FORM_BYTES = 16 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private BodyLimit() {}

    /**
     * Whether a body is within the bounds of its route. A form is left for the server to read, which has a bound for one
     * without an announced length.
     */
    static boolean keeps(Route route, HttpServletRequest request) {
        return route == Route.BACKCHANNEL_LOGOUT ? request.getContentLengthLong() <= MAX_FORM_BYTES : discard(request);
    }

    /**
     * Checks the announced length; a body without one is read to its end and forgotten.
     *
     * @return whether the body was small enough and came in time
     */
    private static boolean discard(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        try {
            return announced < 0 ? discardUnannounced(request.getInputStream()) : announced <= MAX_BYTES;
        } catch (IOException brokenOrTooSlow) {
            return false;
        }
    }

    private static boolean discardUnannounced(InputStream body) throws IOException {
        long end = System.nanoTime() + MAX_TIME.toNanos();
        byte[] buffer = new byte[MAX_BYTES + 1];
        int total = 0;
        while (total <= MAX_BYTES && System.nanoTime() - end < 0) {
            int count = body.read(buffer, 0, buffer.length - total);
            if (count < 0) {
                return true;
            }
            total += count;
        }
        return false;
    }
}
