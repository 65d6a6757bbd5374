package io.github.tstoken.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends answers, well or badly. Waiting holds no thread. */
final class Delivery {
    private final ScheduledExecutorService executor;

    Delivery(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    void now(HttpExchange exchange, Answer answer) {
        attempt(exchange, () -> {
            byte[] body = begin(exchange, answer);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    void late(HttpExchange exchange, Answer answer, Duration by) {
        after(by, () -> now(exchange, answer));
    }

    /** Announces the whole body, sends a part of it and closes the connection. */
    void truncated(HttpExchange exchange, Answer answer, int bytes) {
        attempt(exchange, () -> {
            byte[] body = begin(exchange, answer);
            OutputStream stream = exchange.getResponseBody();
            stream.write(body, 0, Math.min(bytes, body.length));
            stream.flush();
            exchange.close();
        });
    }

    void dripping(HttpExchange exchange, Answer answer, Duration pause) {
        attempt(exchange, () -> drip(exchange, begin(exchange, answer), 0, pause));
    }

    private void drip(HttpExchange exchange, byte[] body, int from, Duration pause) throws IOException {
        if (from == body.length) {
            exchange.close();
            return;
        }
        exchange.getResponseBody().write(body[from]);
        exchange.getResponseBody().flush();
        after(pause, () -> attempt(exchange, () -> drip(exchange, body, from + 1, pause)));
    }

    private static byte[] begin(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(answer.headers());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        return body;
    }

    private void after(Duration wait, Runnable step) {
        var unused = executor.schedule(step, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The other side may have gone away, which is its right. */
    private static void attempt(HttpExchange exchange, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            exchange.close();
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
