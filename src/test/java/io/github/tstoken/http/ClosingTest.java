package io.github.tstoken.http;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.standin.StandInThoughtSpot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** At every undeployment the client is closed, with connections open that wait for the next call. */
class ClosingTest {
    private static final Logger HTTP_CLIENT = Logger.getLogger("org.apache.hc");

    private final Entries entries = new Entries();

    private static final class Entries extends Handler {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            all.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @RepeatedTest(20)
    @DisplayName("[R69] closing ends the I/O threads in order, so that they have nothing to complain of")
    void whenConnectionsAreOpen_thenClosingLogsNothingAndEndsTheThreads() {
        HTTP_CLIENT.addHandler(entries);
        try (StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start()) {
            BoundedHttp http = BoundedHttp.open(new HttpSettings(
                    Duration.ofSeconds(5), Duration.ofSeconds(5), 4, 0, 0, Optional.empty(), Optional.empty()));
            resultOf(http.send(new HttpCall(thoughtSpot.url(), "text/plain", Map.of(), "")));
            http.close();
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("ts-token-http-")));
        } finally {
            HTTP_CLIENT.removeHandler(entries);
        }
        assertThat(entries.all).isEmpty();
    }
}
