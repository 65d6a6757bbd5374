package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.demo.EmbeddingApplication;
import io.github.tstoken.standin.JournalEntry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs the server sees. */
@ArquillianTest
@RunAsClient
class OperationsIT extends ThoughtSpotTest {
    private static final String METRICS = "/ts-token/metrics";
    private static final String CLOSED = "/ts-closed/metrics";
    private static final String AUDIT = "/ts-token/admin/audit";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-token", testable = false, order = 2)
    static WebArchive tsToken() {
        return withMetricsFor("ts-token.war", "10.0.0.0/8, 127.0.0.0/8");
    }

    @Deployment(name = "ts-closed", testable = false, order = 3)
    static WebArchive closed() {
        return withMetricsFor("ts-closed.war", "10.0.0.0/8");
    }

    private static WebArchive withMetricsFor(String name, String addresses) {
        return Deployments.tsToken(
                name, Map.of("tstoken.admin.roles", "admin", "tstoken.metrics.allowed-addresses", addresses));
    }

    @Test
    void whenAScraperAsks_thenItGetsWhatHappened() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        alice.get("/ts-token/token");
        alice.get("/ts-token/token");
        Visitor.at(SERVER).get("/ts-token/token");
        HttpResponse<String> figures = Visitor.at(SERVER).get(METRICS);
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
        HttpResponse<String> figures = Visitor.at(SERVER)
                .get(METRICS, "Accept", "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.5");
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
        assertThat(figures.body()).endsWith("# EOF\n");
    }

    @Test
    @DisplayName("[R70] the metrics are for an allowed address or an administrator")
    void whenAnAddressIsNotAllowed_thenARoleDecides() {
        assertEmptyProblem(Visitor.at(SERVER).get(CLOSED), 401, "not-signed-in");
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("alice").get(CLOSED), 403, "not-allowed");
        assertThat(Visitor.at(SERVER).signedInAs("bob").get(CLOSED).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    @DisplayName("[R70] a proxy's own address opens nothing to those behind it")
    void whenAProxyPassesTheRequestOn_thenItsAddressDoesNotCount(String header) {
        assertEmptyProblem(Visitor.at(SERVER).get(METRICS, header, "192.0.2.1"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R66] an administrator reads the last audit lines, the newest first; nobody else does")
    void whenAnAdministratorAsks_thenTheLastLinesAreThere() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        String traceId = alice.get("/ts-token/token?fresh=true")
                .headers()
                .firstValue("Trace-Id")
                .orElseThrow();
        Visitor bob = Visitor.at(SERVER).signedInAs("bob");
        JsonNode newest = lines(bob.get(AUDIT + "?limit=1"));
        assertThat(newest).hasSize(1);
        assertThat(newest.get(0).get("trace_id").asText()).isEqualTo(traceId);
        assertThat(newest.get(0).get("principal").asText()).isEqualTo("alice");
        JsonNode all = lines(bob.get(AUDIT + "?limit=1000"));
        assertThat(all.get(all.size() - 1).get("action").asText()).isEqualTo("start");
        assertEmptyProblem(alice.get(AUDIT), 403, "not-allowed");
        assertEmptyProblem(Visitor.at(SERVER).get(AUDIT), 401, "not-signed-in");
        assertEmptyProblem(bob.get(AUDIT, "Sec-Fetch-Site", "cross-site"), 403, "origin-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=-1", "?limit=x", "?limit=", "?limit=1&limit=2"})
    void whenTheLimitIsNone_thenItIsRefused(String query) {
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("bob").get(AUDIT + query), 400, "bad-parameter");
    }

    @Test
    void whenARequestBelongsToATrace_thenTheAnswerTheAuditLineAndThoughtSpotHaveIt() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer = alice.get(
                "/ts-token/token?fresh=true",
                "traceparent",
                "00-" + TRACE + "-b7ad6b7169203331-01",
                "tracestate",
                "vendor=1");
        assertThat(answer.headers().firstValue("Trace-Id")).contains(TRACE);
        assertThat(lines(Visitor.at(SERVER).signedInAs("bob").get(AUDIT + "?limit=1"))
                        .get(0)
                        .get("trace_id")
                        .asText())
                .isEqualTo(TRACE);
        List<JournalEntry> mints = mints();
        JournalEntry mint = mints.get(mints.size() - 1);
        assertThat(mint.header("traceparent").orElseThrow()).matches("00-" + TRACE + "-(?!b7ad6b7169203331)\\w{16}-01");
        assertThat(mint.header("tracestate")).contains("vendor=1");
    }

    private static JsonNode lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }
}
