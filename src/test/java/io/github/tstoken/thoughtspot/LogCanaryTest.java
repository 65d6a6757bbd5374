package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
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
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("[R64] no log of the HTTP client, at any level, has a secret key or a token")
    void whenEveryLogIsOnAtItsFinest_thenNeitherKeyNorTokenIsInIt(Api api) {
        Logger root = Logger.getLogger("org.apache.hc");
        Recorder recorder = new Recorder();
        root.setLevel(Level.ALL);
        root.addHandler(recorder);
        root.setUseParentHandlers(false);
        try (StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start()) {
            String key = thoughtSpot.settings().secretKey();
            String token = used(Clients.config(thoughtSpot.url(), api, key, Duration.ofSeconds(10)));

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

    /** A token that was minted, asked about and ended. */
    private static String used(ThoughtSpotConfig config) {
        try (BoundedHttp http = BoundedHttp.open(HttpSettings.of(config))) {
            ThoughtSpotClient client = ThoughtSpotClients.of(config, http, Clock.systemUTC(), () -> {});
            LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));
            resultOf(client.isActive(token, Deadline.after(Duration.ofSeconds(10)), Clients.TRACE));
            resultOf(client.revoke(token, Clients.TRACE));
            return token.value().reveal();
        }
    }
}
