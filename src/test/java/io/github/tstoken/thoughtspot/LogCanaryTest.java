package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogCanaryTest {
    private static final int PART = 8;

    private static final class Recorder extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenEveryLogIsOnAtItsFinest_thenNeitherKeyNorTokenIsInIt(Api api) {
        Logger root = Logger.getLogger("org.apache.hc");
        Recorder recorder = new Recorder();
        root.setLevel(Level.ALL);
        root.addHandler(recorder);
        root.setUseParentHandlers(false);
        try (StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start()) {
            String key = thoughtSpot.settings().secretKey();
            String token = mint(Clients.config(thoughtSpot.url(), api, key, Duration.ofSeconds(10)));

            assertThat(recorder.lines).isNotEmpty().noneMatch(line -> hasPartOf(key, line) || hasPartOf(token, line));
        } finally {
            root.removeHandler(recorder);
            root.setUseParentHandlers(true);
            root.setLevel(null);
        }
    }

    /** HttpClient's wire log shows 16 bytes in a line, so that a secret is never whole in one. */
    private static boolean hasPartOf(String secret, String line) {
        return IntStream.rangeClosed(0, secret.length() - PART)
                .anyMatch(start -> line.contains(secret.substring(start, start + PART)));
    }

    private static String mint(ThoughtSpotConfig config) {
        try (BoundedHttp http = BoundedHttp.open(HttpSettings.of(config))) {
            ThoughtSpotClient client = ThoughtSpotClients.of(config, http, Clock.systemUTC(), () -> {});
            return resultOf(Clients.mint(client, Clients.full("alice"))).value().reveal();
        }
    }
}
