package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.Paths;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /token} and its relatives on a real server, beside the application where people sign in. */
@ArquillianTest
@RunAsClient
class TokenIT extends ServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/ts-token/token", "/ts-token/token.json", "/ts-token/gettoken/alice", "/ts-token/whoami"})
    @DisplayName("[R1] nobody signed in: 401, empty, no cookie, ThoughtSpot is not asked")
    void whenNobodyIsSignedIn_thenUnauthorizedAndThoughtSpotIsNotAsked(String path) {
        HttpResponse<String> answer = Visitor.at(SERVER).get(path);
        assertEmptyProblem(answer, 401, "not-signed-in");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R10][R11] the token, the whole token and nothing but the token")
    void whenSomebodyIsSignedIn_thenTheBodyIsExactlyTheirToken() {
        HttpResponse<String> answer = Visitor.at(SERVER).signedInAs("alice").get("/ts-token/token", "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(thoughtSpot.tokens().find(answer.body()).orElseThrow().username())
                .isEqualTo("alice");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Length"))
                .contains(String.valueOf(answer.body().length()));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Vary")).contains("Origin, Cookie");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Trace-Id").orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified", "problem");
        assertOnlyTheServersCookies(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/ts-token/token, application/json",
        "/ts-token/token.json, */*",
        "/ts-token/gettoken/, application/json"
    })
    void whenJsonIsAskedFor_thenTheTokenComesWithItsFacts(String path, String accept) {
        HttpResponse<String> answer = Visitor.at(SERVER).signedInAs("bob").get(path, "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
        JsonNode body = json(answer);
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly("token", "username", "org_id", "kind", "issued_at", "expires_at", "expires_in");
        assertThat(body.get("username").asText()).isEqualTo("bob");
        assertThat(body.get("kind").asText()).isEqualTo("full");
        assertThat(Duration.between(
                        Instant.parse(body.get("issued_at").asText()),
                        Instant.parse(body.get("expires_at").asText())))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(body.get("expires_in").asLong()).isBetween(1700L, 1800L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whenTheOldPathNamesTheCaller_thenTheyGetTheirToken(String method) {
        HttpResponse<String> answer =
                Visitor.at(SERVER).signedInAs("alice").send(method, "/ts-token/gettoken/%61lice", "");
        assertThat(thoughtSpot.tokens().find(answer.body()).orElseThrow().username())
                .isEqualTo("alice");
    }

    @Test
    void whenTheOldPathNamesSomebodyElse_thenItIsRefused() {
        assertEmptyProblem(
                Visitor.at(SERVER).signedInAs("alice").get("/ts-token/gettoken/bob"), 403, "not-your-username");
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R2] no header can name a user")
    void whenHeadersNameSomebodyElse_thenTheTokenIsTheCallersAllTheSame() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .signedInAs("alice")
                .get(
                        "/ts-token/token",
                        "X-Remote-User",
                        "bob",
                        "X-Forwarded-User",
                        "bob",
                        "X_Remote_User",
                        "bob",
                        "X-Auth-Token",
                        "bob",
                        "Authorization",
                        "Basic Ym9iOmJvYi1kZW1v");
        assertThat(thoughtSpot.tokens().find(answer.body()).orElseThrow().username())
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=bob", "user=bob", "groups=admins", "validity=86400", "auto_create=true"})
    @DisplayName("[R2][R16] what the browser may not choose is refused by name")
    void whenTheQueryAsksForMore_thenItIsRefused(String query) {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertEmptyProblem(alice.get("/ts-token/token?" + query), 400, "unknown-parameter");
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R2] a form in the body names nobody")
    void whenAFormNamesSomebodyElse_thenItIsIgnored() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .signedInAs("alice")
                .send(
                        "POST",
                        "/ts-token/token",
                        "username=bob&object=x",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(thoughtSpot.tokens().find(answer.body()).orElseThrow().username())
                .isEqualTo("alice");
    }

    @Test
    @DisplayName("[R68] a body of more than 4 KiB is refused, announced or not")
    void whenTheBodyIsTooLarge_thenItIsRefused() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertEmptyProblem(alice.send("POST", "/ts-token/token", "x".repeat(4097)), 413, "too-large");
        HttpRequest.Builder chunked = alice.request("/ts-token/token")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(5, new byte[1000])));
        assertEmptyProblem(alice.send(chunked), 413, "too-large");
        assertThat(alice.send("POST", "/ts-token/token", "x".repeat(4096)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whenARequiredRoleIsMissing_thenItIsRefused() {
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("carol").get("/ts-token/token"), 403, "not-allowed");
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R3] ThoughtSpot's own administrators are refused")
    void whenTheNameIsReserved_thenItIsRefused() {
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("system").get("/ts-token/token"), 403, "forbidden-user");
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R7] who signs out of the application is signed out here")
    void whenSomebodySignsOut_thenTheNextCallIsUnauthorized() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertThat(alice.get("/ts-token/token").statusCode()).isEqualTo(200);
        alice.signOut();
        assertEmptyProblem(alice.get("/ts-token/token"), 401, "not-signed-in");
    }

    @Test
    void whenSomebodyAsksWhoTheyAre_thenTheyAreTold() {
        JsonNode body = json(Visitor.at(SERVER).signedInAs("bob").get("/ts-token/whoami"));
        assertThat(body.toString())
                .isEqualTo(
                        "{\"authenticated\":true,\"principal\":\"bob\",\"source\":\"principal\","
                                + "\"username\":\"bob\",\"org_id\":null,\"groups\":[],\"roles\":[\"admin\",\"analyst\"],"
                                + "\"thoughtspot_host\":\"" + thoughtSpot.url()
                                + "\",\"api\":\"v2\",\"auth_type\":\"TrustedAuthTokenCookieless\",\"token_kind\":\"full\",\"admin\":true}");
    }

    @Test
    void whenJsonIsNamed_thenAProblemIsDescribed() {
        HttpResponse<String> answer = Visitor.at(SERVER).get("/ts-token/token", "Accept", JSON);
        assertProblem(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("type").asText()).endsWith("not-signed-in");
        assertThat(json(answer).get("status").asInt()).isEqualTo(401);
        assertThat(json(answer).get("trace_id").asText())
                .isEqualTo(answer.headers().firstValue("Trace-Id").orElseThrow());
    }

    @Test
    void whenTheCallerHasATrace_thenItGoesOn() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .get("/ts-token/token", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(answer.headers().firstValue("Trace-Id")).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void whenSomebodyOpensTheTokenInATab_thenAPageTellsThemOff() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .signedInAs("alice")
                .get("/ts-token/token", "Sec-Fetch-Dest", "document", "Sec-Fetch-Mode", "navigate");
        assertProblem(answer, 403, "not-a-fetch");
        assertThat(answer.body()).contains("<h1>Only a page&#39;s script may ask</h1>", "href=\"/ts-token/\"");
        assertNothingWasMinted();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 502, upstream-rejected-service",
        "403, 502, upstream-rejected-service",
        "500, 502, upstream-unreachable",
        "302, 502, upstream-invalid",
        "200, 502, upstream-invalid",
        "429, 503, upstream-throttled"
    })
    @DisplayName("[R39][R40][R41][R42] what ThoughtSpot does wrong is told by a slug and never by its words")
    void whenThoughtSpotFails_thenTheProblemSaysHow(int upstream, int status, String problem) {
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.answer(upstream, "text/html", "<h1>secret words</h1>"), 1);
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("alice").get("/ts-token/token"), status, problem);
        assertThat(mints()).hasSize(1);
    }

    @Test
    @DisplayName("[R37] a silent ThoughtSpot is a timeout, at the deadline")
    void whenThoughtSpotIsSilent_thenTheDeadlineEndsIt() {
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.hang(), 1);
        assertEmptyProblem(Visitor.at(SERVER).signedInAs("alice").get("/ts-token/token"), 504, "upstream-timeout");
    }

    @Test
    void whenThePersonIsUnknownToThoughtSpot_thenTheyAreTold() {
        thoughtSpot
                .faults()
                .next(
                        Paths.V2_FULL,
                        Fault.answer(
                                400,
                                JSON,
                                "{\"error\":{\"message\":{\"code\":10002,\"debug\":\"User alice not found\"}}}"),
                        1);
        assertEmptyProblem(
                Visitor.at(SERVER).signedInAs("alice").get("/ts-token/token"), 403, "no-thoughtspot-account");
    }

    @Test
    @DisplayName("[R16] ThoughtSpot is asked for exactly this")
    void whenATokenIsMinted_thenTheRequestIsExactlyThis() {
        Visitor.at(SERVER).signedInAs("alice").get("/ts-token/token");
        assertThat(mints()).singleElement().satisfies(entry -> {
            assertThat(entry.path()).isEqualTo(Paths.V2_FULL);
            assertThat(entry.body())
                    .contains("\"username\":\"alice\"", "\"auto_create\":false", "\"validity_time_in_sec\":1800")
                    .doesNotContain("org_id", "group", "email");
        });
    }

    @Test
    void whenAnObjectIsAskedForAndAllowed_thenTheTokenIsForItAlone() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> answer =
                alice.get("/ts-options/token?object=" + LIVEBOARD.toUpperCase(Locale.ROOT), "Accept", JSON);
        assertThat(json(answer).get("kind").asText()).isEqualTo("object");
        assertThat(json(answer).get("org_id").asInt()).isZero();
        assertThat(mints())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.body()).contains("\"object_id\":\"" + LIVEBOARD + "\"", "\"org_id\":0"));
    }

    @Test
    @DisplayName("[R15] an object must be a GUID, and allowed")
    void whenAnObjectIsWrongOrNotAllowed_thenItIsRefused() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        assertEmptyProblem(alice.get("/ts-options/token?object=../x"), 400, "bad-target");
        assertEmptyProblem(alice.get("/ts-token/token?object=" + LIVEBOARD), 403, "not-allowed");
        assertEmptyProblem(alice.get("/ts-token/token?org=7"), 403, "not-allowed");
        assertEmptyProblem(alice.get("/ts-token/token?org=x"), 400, "bad-parameter");
        assertNothingWasMinted();
    }
}
