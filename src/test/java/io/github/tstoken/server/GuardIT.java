package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tstoken.corpus.Corpus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard, and the server before it, make of hostile requests; and what a wrong configuration makes of a deployment. */
@ArquillianTest
@RunAsClient
class GuardIT extends ServerTest {
    /** The statuses by which the server or ts-token refuses a path; 0 is a closed connection. */
    private static final String SERVERS_REFUSALS = System.getProperty("server.refusals");

    private static final String SESSION_ID = ";jsessionid=";
    private static final Set<String> MOUNT_POINT = Set.of("/ts-token/", SERVER + "/ts-token/");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "misconfigured", testable = false, managed = false)
    static WebArchive misconfigured() {
        return Deployments.tsToken(
                "misconfigured.war",
                Map.of("tstoken.token.validty", "PT1M", "tstoken.token.validity", "soon", "tstoken.cors.origins", "*"));
    }

    static List<String> hostilePaths() {
        return hostilePaths(path -> !path.contains(SESSION_ID));
    }

    static List<String> hostilePathsWithASessionId() {
        return hostilePaths(path -> path.contains(SESSION_ID));
    }

    private static List<String> hostilePaths(Predicate<String> which) {
        return Corpus.read("paths-hostile.txt").stream().filter(which).toList();
    }

    @ParameterizedTest
    @MethodSource("hostilePaths")
    @DisplayName("[R13] another spelling of a path is refused without a body, by the server or by the guard")
    void whenAPathIsSpeltOtherwise_thenItIsRefusedWithoutABody(String path) {
        assertRefused(RawHttp.send(SERVER, "GET /ts-token" + path + " HTTP/1.1", "Cookie: " + signedInCookie()));
    }

    @ParameterizedTest
    @Tag("session-id-seen")
    @MethodSource("hostilePathsWithASessionId")
    @DisplayName("[R13] a session id in the address is refused where the server leaves it there")
    void whenThePathHasASessionId_thenItIsRefusedWithoutABody(String path) {
        assertRefused(RawHttp.send(SERVER, "GET /ts-token" + path + " HTTP/1.1", "Cookie: " + signedInCookie()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%74s-token/token",
                "/ts-token;x=1/token",
                "//ts-token/token",
                "/./ts-token/token",
                "/x/../ts-token/token",
                "/ts-token%2ftoken",
                "/TS-TOKEN/token"
            })
    @DisplayName("[R13] another spelling of the mount point is refused")
    void whenTheMountPointIsSpeltOtherwise_thenItIsRefused(String path) {
        RawHttp.Reply reply = RawHttp.send(SERVER, "GET " + path + " HTTP/1.1", "Cookie: " + signedInCookie());
        assertRefused(reply);
    }

    /** What has a trace id was answered by ts-token; the rest by the server before it. */
    private static void assertRefused(RawHttp.Reply reply) {
        assertNothingWasMinted();
        if (!reply.header("Trace-Id").isEmpty()) {
            assertThat(reply.status()).isIn(400, 404);
            assertThat(reply.header("Problem")).isNotEmpty();
        }
        assertThat(String.valueOf(reply.status())).matches(SERVERS_REFUSALS);
        // The one redirect is to the slash behind the context path. A script follows it, so that its body is read by
        // nobody.
        boolean redirect = reply.status() == 301 || reply.status() == 302;
        assertThat(reply.header("Location")).isIn(redirect ? MOUNT_POINT : Set.of(""));
        assertThat(redirect || !reply.hasBody()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "get", "FOO"})
    @DisplayName("[R12] a method that is not offered mints nothing")
    void whenTheMethodIsNotOffered_thenItIsRefused(String method) {
        RawHttp.Reply reply = RawHttp.send(SERVER, method + " /ts-token/token HTTP/1.1", "Cookie: " + signedInCookie());
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.head()).containsIgnoringCase("Allow: ");
        assertThat(reply.hasBody()).isFalse();
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R12] TRACE, which some servers refuse by themselves, shows nobody a cookie")
    void whenARequestIsToBeTraced_thenItIsRefused() {
        RawHttp.Reply reply = RawHttp.send(SERVER, "TRACE /ts-token/token HTTP/1.1", "Cookie: " + signedInCookie());
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.hasBody()).isFalse();
        assertNothingWasMinted();
    }

    @Test
    @DisplayName("[R12] a header does not change the method")
    void whenAHeaderOverridesTheMethod_thenItIsIgnored() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .signedInAs("alice")
                .send("DELETE", "/ts-token/token", "", "X-HTTP-Method-Override", "GET");
        assertEmptyProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ts-token/health", "/ts-token/health/live", "/ts-token/health/ready"})
    @DisplayName("[R70] health needs no sign-in and asks nobody")
    void whenHealthIsAsked_thenItIsUp(String path) {
        HttpResponse<String> answer = Visitor.at(SERVER).get(path);
        assertThat(json(answer).get("status").asText()).isEqualTo("UP");
        assertThat(thoughtSpot.journal().entries()).isEmpty();
    }

    @Test
    @DisplayName("[R25] an origin that is not listed gets nothing, one that is listed reads even errors")
    void whenOriginsAsk_thenOnlyListedOnesMayRead() {
        Visitor alice = Visitor.at(SERVER).signedInAs("alice");
        HttpResponse<String> refused = alice.get("/ts-options/token", "Origin", "https://evil.example");
        assertEmptyProblem(refused, 403, "origin-refused");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertNothingWasMinted();
        HttpResponse<String> listed = alice.get("/ts-options/token", "Origin", "https://app.example");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertReadable(listed);
        assertReadable(alice.get("/ts-options/nothing", "Origin", "https://app.example"));
    }

    private static void assertReadable(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .contains("Problem, Retry-After, Trace-Id");
    }

    @Test
    @DisplayName("[R26] a preflight needs no sign-in and makes no session")
    void whenAListedOriginAsksFirst_thenItIsToldWithoutASession() {
        HttpResponse<String> answer = Visitor.at(SERVER)
                .send(
                        "OPTIONS",
                        "/ts-options/token",
                        "",
                        "Origin",
                        "https://app.example",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertReadable(answer);
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("600");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("[R29] the Host header appears in no answer")
    void whenTheHostIsForged_thenNoAnswerRepeatsIt() {
        for (String path : Set.of("/ts-token/", "/ts-token/token", "/ts-options/embed/app", "/ts-token/openapi.json")) {
            RawHttp.Reply reply = RawHttp.exchange(
                    SERVER,
                    "GET " + path
                            + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
            assertThat(reply.head() + reply.body()).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @Tag("closed-door")
    @ValueSource(
            strings = {
                "/j_security_check",
                "/x/j_security_check",
                "/j_security_check;x=1",
                "/j_security_chec%6b",
                "/token%2fj_security_check",
                "/token%2f%6a_security_check%3bx"
            })
    void whenSomebodyTriesTheServersOwnSignIn_thenThatDoorIsClosed(String path) {
        Visitor visitor = Visitor.at(SERVER);
        HttpResponse<String> answer = visitor.send(
                "POST",
                "/ts-token" + path,
                "j_username=alice&j_password=alice-demo",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEmpty();
        assertEmptyProblem(visitor.get("/ts-token/token"), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R31] a wrong configuration fails the deployment, and nothing is served")
    void whenTheConfigurationIsWrong_thenTheDeploymentFails() {
        assertThatThrownBy(() -> deployer.deploy("misconfigured")).isInstanceOf(Exception.class);
        for (String path : Set.of("/misconfigured/token", "/misconfigured/health/live", "/misconfigured/")) {
            assertThat(Visitor.at(SERVER).get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("[R9] a session id in the address is nobody's session")
    void whenASessionIdIsInTheAddress_thenItIsNobodys() {
        String session = signedInCookie().replaceAll(".*JSESSIONID=([^;]+).*", "$1");
        RawHttp.Reply reply = RawHttp.send(SERVER, "GET /ts-token/token;jsessionid=" + session + " HTTP/1.1");
        assertThat(reply.status()).isIn(400, 401);
        assertNothingWasMinted();
    }

    private static String signedInCookie() {
        return Visitor.at(SERVER).signedInAs("alice").cookies();
    }
}
