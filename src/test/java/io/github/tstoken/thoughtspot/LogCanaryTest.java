package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.testkit.FinestLog;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogCanaryTest {
    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("[R64] no log of the HTTP client, at any level, has a secret key or a token")
    void whenEveryLogIsOnAtItsFinest_thenNeitherKeyNorTokenIsInIt(Api api) {
        try (FinestLog log = FinestLog.of("org.apache.hc");
                StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start()) {
            String key = thoughtSpot.settings().secretKey();
            String token = used(Clients.config(thoughtSpot.url(), api, key, Duration.ofSeconds(10)));

            assertThat(log.lines())
                    .isNotEmpty()
                    .noneMatch(line -> FinestLog.hasPartOf(key, line) || FinestLog.hasPartOf(token, line));
        }
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
