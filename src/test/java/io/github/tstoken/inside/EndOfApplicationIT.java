package io.github.tstoken.inside;

import io.github.tstoken.inside.host.SlowEnd;
import io.github.tstoken.server.Visitor;
import io.github.tstoken.standin.Fault;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application that ends while somebody waits for ThoughtSpot. */
class EndOfApplicationIT {
    private static final String FULL = "/api/rest/2.0/auth/token/full";

    @Test
    @DisplayName(
            "[R69] who waits gets an answer of ours and not the server's page, however long the application takes to end")
    void whenTheApplicationEndsWhileSomebodyWaits_thenTheyGetAnAnswer() throws Exception {
        try (HostServer server = HostServer.with(
                HostApplication.war("container.xml", SlowEnd.class), Map.of("tstoken.thoughtspot.timeout", "PT30S"))) {
            server.thoughtSpot().faults().always(FULL, Fault.hang());
            Visitor alice = server.visitor().signedInAs("alice");
            CompletableFuture<HttpResponse<String>> waiting =
                    CompletableFuture.supplyAsync(() -> alice.get("/app/ts-token/token"));
            Awaitility.await()
                    .until(() -> server.thoughtSpot().journal().to(FULL).size() == 1);
            server.stopApplication();
            Problems.assertEmpty(waiting.join(), 502, "upstream-unreachable");
        }
    }
}
