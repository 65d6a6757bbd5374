package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs the server sees, on the WAR in a Tomcat. */
class OperationsIT {
    private static final String METRICS = "/ts-token/metrics";
    private static final String AUDIT = "/ts-token/admin/audit";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static DemoServer server;
    private static DemoServer closed;

    @BeforeAll
    static void start() throws Exception {
        DemoOptions options = DemoOptions.forTests().with("tstoken.admin.roles", "admin");
        server = DemoServer.start(options.with("tstoken.metrics.allowed-addresses", "10.0.0.0/8, 127.0.0.0/8"));
        closed = DemoServer.start(options.with("tstoken.metrics.allowed-addresses", "10.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        server.close();
        closed.close();
    }

    @Test
    void whenAScraperAsks_thenItGetsWhatHappened() {
        Visitor alice = at(server).signedInAs("alice");
        alice.get("/ts-token/token");
        alice.get("/ts-token/token");
        at(server).get("/ts-token/token");
        HttpResponse<String> figures = at(server).get(METRICS);
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type.replace(" ", "")).startsWith("text/plain;"));
        assertThat(figures.body())
                .contains("tstoken_requests_total{problem=\"not-signed-in\",route=\"token\"}")
                .contains("tstoken_tokens_total{source=\"minted\"}")
                .contains("tstoken_tokens_total{source=\"reused\"}")
                .contains("tstoken_upstream_seconds_bucket{call=\"mint\",outcome=\"ok\",le=\"0.01\"}")
                .contains("tstoken_upstream_in_flight 0")
                .contains("tstoken_upstream_waiting 0")
                .contains("tstoken_upstream_left_alone 0")
                .doesNotContain("alice");
    }

    @Test
    void whenAScraperWantsOpenMetrics_thenItGetsThem() {
        HttpResponse<String> figures =
                at(server).get(METRICS, "Accept", "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.5");
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
        assertThat(figures.body()).endsWith("# EOF\n");
    }

    @Test
    @DisplayName("[R70] the metrics are for an allowed address or an administrator")
    void whenAnAddressIsNotAllowed_thenARoleDecides() {
        assertProblem(at(closed).get(METRICS), 401, "not-signed-in");
        assertProblem(at(closed).signedInAs("alice").get(METRICS), 403, "not-allowed");
        assertThat(at(closed).signedInAs("bob").get(METRICS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    @DisplayName("[R70] a proxy's own address opens nothing to those behind it")
    void whenAProxyPassesTheRequestOn_thenItsAddressDoesNotCount(String header) {
        assertProblem(at(server).get(METRICS, header, "192.0.2.1"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R66] an administrator reads the last audit lines, the newest first; nobody else does")
    void whenAnAdministratorAsks_thenTheLastLinesAreThere() throws IOException {
        Visitor alice = at(server).signedInAs("alice");
        String traceId = alice.get("/ts-token/token?fresh=true")
                .headers()
                .firstValue("Trace-Id")
                .orElseThrow();
        Visitor bob = at(server).signedInAs("bob");
        JsonNode newest = lines(bob.get(AUDIT + "?limit=1"));
        assertThat(newest).hasSize(1);
        assertThat(newest.get(0).get("trace_id").asText()).isEqualTo(traceId);
        assertThat(newest.get(0).get("principal").asText()).isEqualTo("alice");
        JsonNode all = lines(bob.get(AUDIT + "?limit=1000"));
        assertThat(all.get(all.size() - 1).get("action").asText()).isEqualTo("start");
        assertProblem(alice.get(AUDIT), 403, "not-allowed");
        assertProblem(at(server).get(AUDIT), 401, "not-signed-in");
        assertProblem(bob.get(AUDIT, "Sec-Fetch-Site", "cross-site"), 403, "origin-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=-1", "?limit=x", "?limit=", "?limit=1&limit=2"})
    void whenTheLimitIsNone_thenItIsRefused(String query) {
        assertProblem(at(server).signedInAs("bob").get(AUDIT + query), 400, "bad-parameter");
    }

    @Test
    void whenARequestBelongsToATrace_thenTheAnswerTheAuditLineAndThoughtSpotHaveIt() throws IOException {
        Visitor alice = at(server).signedInAs("alice");
        HttpResponse<String> answer = alice.get(
                "/ts-token/token?fresh=true",
                "traceparent",
                "00-" + TRACE + "-b7ad6b7169203331-01",
                "tracestate",
                "vendor=1");
        assertThat(answer.headers().firstValue("Trace-Id")).contains(TRACE);
        assertThat(lines(at(server).signedInAs("bob").get(AUDIT + "?limit=1"))
                        .get(0)
                        .get("trace_id")
                        .asText())
                .isEqualTo(TRACE);
        List<JournalEntry> mints = server.standIn().orElseThrow().journal().to(Paths.V2_FULL);
        JournalEntry mint = mints.get(mints.size() - 1);
        assertThat(mint.header("traceparent").orElseThrow()).matches("00-" + TRACE + "-(?!b7ad6b7169203331)\\w{16}-01");
        assertThat(mint.header("tracestate")).contains("vendor=1");
    }

    private static Visitor at(DemoServer where) {
        return Visitor.at(URI.create(where.origin()));
    }

    private static JsonNode lines(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.headers().firstValue("Problem")).contains(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }
}
