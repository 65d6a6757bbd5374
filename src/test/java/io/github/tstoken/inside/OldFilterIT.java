package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.OldFilter;
import io.github.tstoken.server.Visitor;
import io.github.tstoken.standin.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with an old filter, before ours, that forbids asynchronous work. */
class OldFilterIT {
    private static final String TOKEN = "/app/ts-token/token";
    private static final String FULL = "/api/rest/2.0/auth/token/full";
    private static final String WARNING = "does not support asynchronous requests";
    private static final Logs LOGS = Logs.everything();
    private static HostServer server;
    private static Visitor alice;

    @BeforeAll
    static void start() throws Exception {
        server = HostServer.with(
                HostApplication.war("old-filter.xml", OldFilter.class),
                Map.of("tstoken.inside.max-blocking", "2", "tstoken.thoughtspot.timeout", "PT5S"));
        alice = server.visitor().signedInAs("alice");
    }

    @AfterAll
    static void stop() {
        server.close();
        LOGS.close();
    }

    @BeforeEach
    void nothingIsWrong() {
        server.thoughtSpot().faults().clear();
        server.thoughtSpot().journal().clear();
    }

    @Test
    void whenAsynchronousWorkIsForbidden_thenTheRequestsThreadAnswers() {
        assertThat(server.ownerOf(alice.get(TOKEN).body())).isEqualTo("alice");
        Problems.assertEmpty(server.visitor().get(TOKEN), 401, "not-signed-in");
        assertThat(alice.get("/app/ts-token/whoami").body()).contains("\"principal\":\"alice\"");
    }

    @Test
    void whenAsynchronousWorkIsForbidden_thenTheLogSaysSoOnce() {
        alice.get(TOKEN);
        alice.get(TOKEN);
        assertThat(LOGS.lines())
                .filteredOn(line -> line.contains(WARNING))
                .singleElement()
                .asString()
                .contains("at most 2");
    }

    @Test
    @DisplayName("[R43] threads that wait are few, and wait no longer than the deadline")
    void whenThoughtSpotHangs_thenFewThreadsWaitAndOthersAreRefusedAtOnce() {
        server.thoughtSpot().faults().always(FULL, Fault.hang());
        Instant start = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> waiting = Stream.of(1, 2)
                .map(each -> server.visitor().signedInAs("alice"))
                .map(each -> CompletableFuture.supplyAsync(() -> each.get(TOKEN)))
                .toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(4))
                .until(() -> server.thoughtSpot().journal().to(FULL).size() == 2);
        Problems.assertEmpty(alice.get(TOKEN), 503, "overloaded");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(alice.get("/app/ts-token/whoami").statusCode()).isEqualTo(200);
        waiting.forEach(answer -> Problems.assertEmpty(answer.join(), 504, "upstream-timeout"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        server.thoughtSpot().faults().clear();
        assertThat(alice.get(TOKEN).statusCode()).isEqualTo(200);
    }
}
