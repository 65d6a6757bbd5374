package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoTomcat;
import io.github.tstoken.demo.EmbeddingApplication;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.session.FileStore;
import org.apache.catalina.session.PersistentManager;
import org.apache.catalina.valves.AccessLogValve;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The WAR in a Tomcat of which every log is on at its lowest level: everything is done once that has to do with a secret key or a
 * token, and then both are looked for wherever they could have been left.
 */
class SecrecyIT {
    private static final String KEY = "canary-key/1+a=b&\"<\\key-0d9c4f";
    private static final String NEXT_KEY = "canary-next/2+c=d&\"<\\key-77f1a2";
    private static final String ORG_KEY = "canary-org/3+e=f&\"<\\key-5be0c3";
    private static final List<String> KEYS = List.of(KEY, NEXT_KEY, ORG_KEY);
    private static final int ORG = 1;
    private static final Path WAR = Path.of("target", "ts-token.war");
    private static final String FRESH = "/ts-token/token?fresh=true";
    private static final String LIVEBOARD = DemoOptions.INVENTED_LIVEBOARD;

    @TempDir
    private static Path secrets;

    private static final List<HttpResponse<String>> WITH_TOKENS = new ArrayList<>();
    private static final List<HttpResponse<String>> WITHOUT = new ArrayList<>();
    private static EveryLog log;
    private static StandInThoughtSpot thoughtSpot;
    private static DemoTomcat tomcat;
    private static Path folder;
    private static String threads;

    @BeforeAll
    static void doEverythingOnce() throws Exception {
        log = EveryLog.begin();
        thoughtSpot = StandInThoughtSpot.start();
        thoughtSpot.settings().secretKey(KEY);
        thoughtSpot.settings().orgSecretKeys().put(ORG, ORG_KEY);
        tomcat = DemoTomcat.create(0);
        folder = tomcat.folder();
        Path app = secrets.resolve("app.war");
        EmbeddingApplication.archive().as(ZipExporter.class).exportTo(app.toFile());
        tomcat.deploy("/app", app, Map.of());
        tomcat.deploy("/ts-token", WAR, parameters(Map.of("tstoken.session.track", "true")));
        tomcat.deploy(
                "/ts-post",
                WAR,
                parameters(Map.of("tstoken.redirect.mode", "post", "tstoken.token.object", "allowed")));
        keepSessionsOnDisk();
        logAccess();
        tomcat.start();
        giveTokens();
        giveNone();
        fail();
        changeKeys();
        end();
        threads = dumpThreads();
        stopApplications();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
        thoughtSpot.close();
        log.close();
    }

    @Test
    void whenEverythingWasDone_thenThereWasSomethingToFind() throws IOException {
        assertThat(thoughtSpot.tokens().minted()).hasSizeGreaterThan(10);
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("org.apache.hc.client5.http.headers"))
                .anyMatch(line -> line.contains("Authorization: Bearer redacted"))
                .anyMatch(line -> line.startsWith("org.apache.catalina"))
                .anyMatch(line -> line.startsWith("org.apache.coyote"))
                .anyMatch(line -> line.startsWith("io.github.tstoken.audit"));
        assertThat(files()).anyMatch(file -> file.toString().endsWith(".session"));
        assertThat(files()).anyMatch(file -> file.getFileName().toString().startsWith("access"));
        assertThat(threads).contains("http-nio");
    }

    @Test
    @DisplayName("[R64] no log at any level has a secret key or a token")
    void whenEveryLogIsOn_thenNoneHasASecret() {
        assertThat(all().in(String.join("\n", log.lines()))).isEmpty();
    }

    @Test
    @DisplayName("[R64] no file of the server has one: access log, sessions, work files")
    void whenTheServerWritesFiles_thenNoneHasASecret() throws IOException {
        Canaries canaries = all();
        assertThat(files())
                .allSatisfy(file -> assertThat(canaries.in(content(file))).isEmpty());
    }

    @Test
    @DisplayName("[R64] no thread's name or state has one")
    void whenThreadsAreDumped_thenNoneHasASecret() {
        assertThat(all().in(threads)).isEmpty();
    }

    @Test
    @DisplayName("[R64] no answer but a token's own has one, and no answer has a secret key")
    void whenAnswersAreGiven_thenNoneHasASecretThatItIsNotFor() {
        Canaries all = all();
        assertThat(WITHOUT)
                .allSatisfy(answer -> assertThat(all.in(text(answer))).isEmpty());
        Canaries keys = new Canaries(KEYS);
        assertThat(WITH_TOKENS)
                .allSatisfy(answer -> assertThat(keys.in(text(answer))).isEmpty());
    }

    @Test
    @DisplayName("[R31][R64] a wrong configuration is reported without its values")
    void whenTheConfigurationIsWrong_thenNothingHasItsValues() throws Exception {
        DemoTomcat wrong = DemoTomcat.create(0);
        Path spaced = Files.writeString(secrets.resolve("spaced"), KEY + " " + NEXT_KEY);
        wrong.deploy(
                "/ts-token",
                WAR,
                Map.of(
                        "tstoken.thoughtspot.url",
                        KEY,
                        "tstoken.thoughtspot.timeout",
                        NEXT_KEY,
                        "tstoken.user.pattern",
                        ORG_KEY + "(",
                        "tstoken.thoughtspot.secret-key-file",
                        spaced.toString()));
        assertThatThrownBy(wrong::start)
                .satisfies(failure -> assertThat(all().in(failure.toString())).isEmpty());
        assertThat(log.lines()).anyMatch(line -> line.contains("its configuration has 4 mistakes"));
        assertThat(all().in(String.join("\n", log.lines()))).isEmpty();
    }

    private static Map<String, String> parameters(Map<String, String> more) throws IOException {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "tstoken.thoughtspot.url",
                thoughtSpot.url().toString(),
                "tstoken.thoughtspot.secret-key-file",
                file("key", KEY),
                "tstoken.thoughtspot.secret-key-next-file",
                file("next-key", NEXT_KEY),
                "tstoken.thoughtspot.orgs." + ORG + ".secret-key-file",
                file("org-key", ORG_KEY),
                "tstoken.thoughtspot.timeout",
                "PT10S",
                "tstoken.token.reuse-verify-after",
                "PT0S",
                "tstoken.user.required-roles",
                "analyst",
                "tstoken.user.allowed-orgs",
                Integer.toString(ORG),
                "tstoken.metrics.allowed-addresses",
                "127.0.0.1",
                "tstoken.admin.roles",
                "admin"));
        parameters.putAll(more);
        return parameters;
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(secrets.resolve(name), content).toString();
    }

    private static void keepSessionsOnDisk() {
        for (Container application : tomcat.host().findChildren()) {
            PersistentManager sessions = new PersistentManager();
            sessions.setStore(new FileStore());
            sessions.setSaveOnRestart(true);
            ((Context) application).setManager(sessions);
        }
    }

    private static void logAccess() {
        AccessLogValve access = new AccessLogValve();
        access.setPattern("%h %l %u %t \"%m %U %H\" %s %b");
        access.setPrefix("access");
        access.setBuffered(false);
        tomcat.host().getPipeline().addValve(access);
    }

    private static void giveTokens() {
        Visitor alice = visitor().signedInAs("alice");
        Stream.of("token", "token", "token?fresh=true", "token.json", "gettoken/alice", "embed/viz/" + LIVEBOARD)
                .forEach(path -> given(alice.get("/ts-token/" + path)));
        Stream.of("token?object=" + LIVEBOARD, "embed/viz/" + LIVEBOARD)
                .forEach(path -> given(alice.get("/ts-post/" + path)));
        given(alice.get("/ts-token/token?org=" + ORG));
        given(alice.get("/ts-token/token", "Accept", "application/json"));
    }

    private static void giveNone() {
        Visitor bob = visitor().signedInAs("bob");
        given(bob.get("/ts-token/token"));
        Stream.of("", "whoami", "health", "metrics", "admin/audit?limit=1000", "openapi.json")
                .forEach(path -> WITHOUT.add(bob.get("/ts-token/" + path)));
        Stream.of("token?x=1", "gettoken/alice", "embed/viz/x", "token?org=7")
                .forEach(path -> WITHOUT.add(bob.get("/ts-token/" + path)));
        WITHOUT.add(visitor().get("/ts-token/token"));
        WITHOUT.add(visitor().signedInAs("carol").get("/ts-token/token"));
    }

    /** ThoughtSpot gives back what it was sent, or a token where none should be. */
    private static void fail() {
        Visitor alice = visitor().signedInAs("alice");
        HttpResponse<String> good = alice.get("/ts-token/token");
        given(good);
        String token = good.body();
        String escaped = KEY.replace("\\", "\\\\").replace("\"", "\\\"");
        for (Fault fault : List.of(
                Fault.answer(401, "application/json", "{\"error\":{\"message\":\"no such key: " + escaped + "\"}}"),
                Fault.answer(400, "text/html", "<p>" + KEY + " " + token + "</p>"),
                Fault.answer(200, "application/json", "{\"token\":\"" + token + "\", \"valid_for_username\": oops"),
                Fault.answer(200, "application/json", "{\"token\":\"" + token + "\",\"valid_for_username\":\"bob\"}"),
                Fault.answer(200, "text/html", token),
                Fault.answer(302, Map.of("Location", "https://elsewhere.example/"), token),
                Fault.status(500),
                Fault.truncate(60),
                Fault.close())) {
            for (String accept : List.of("*/*", "application/json", "text/html")) {
                thoughtSpot.faults().next(Paths.V2_FULL, fault, 2);
                HttpResponse<String> answer = alice.get(FRESH, "Accept", accept);
                assertThat(answer.statusCode()).as(fault.toString()).isGreaterThanOrEqualTo(400);
                WITHOUT.add(answer);
                thoughtSpot.faults().clear();
            }
            // One that is well between them, so that ThoughtSpot is not left alone.
            await().until(() -> alice.get("/ts-token/token").statusCode() == 200);
        }
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.hang(), 1);
        WITHOUT.add(alice.get(FRESH));
        thoughtSpot.faults().next(Paths.V2_VALIDATE, Fault.answer(500, "text/plain", token), 1);
        given(alice.get("/ts-token/token"));
    }

    private static void changeKeys() {
        thoughtSpot.settings().secretKey(NEXT_KEY);
        given(visitor().signedInAs("alice").get(FRESH));
    }

    private static void end() {
        Visitor alice = visitor().signedInAs("alice");
        HttpResponse<String> last = alice.get("/ts-token/token");
        given(last);
        WITHOUT.add(alice.send("POST", "/ts-token/logout", "", "X-Requested-By", "test"));
        awaitEnd(last.body());
        HttpResponse<String> another = alice.get("/ts-token/token");
        given(another);
        alice.signOut();
        awaitEnd(another.body());
        Visitor bob = visitor().signedInAs("bob");
        given(bob.get("/ts-token/token"));
        thoughtSpot.faults().next(Paths.V2_REVOKE, Fault.status(500), 1);
        WITHOUT.add(bob.send("POST", "/ts-token/logout", "", "X-Requested-By", "test"));
        await().until(() ->
                thoughtSpot.journal().to(Paths.V2_REVOKE).stream().anyMatch(entry -> entry.status() == 500));
        // Somebody is signed in and has a token while the server stops.
        given(bob.get("/ts-token/token"));
    }

    private static void awaitEnd(String token) {
        await().until(() -> thoughtSpot.tokens().find(token).orElseThrow().revoked());
    }

    private static void given(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isIn(200, 303);
        WITH_TOKENS.add(answer);
    }

    private static Visitor visitor() {
        return Visitor.at(URI.create("http://127.0.0.1:" + tomcat.port()));
    }

    private static String dumpThreads() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    /** They save their sessions. */
    private static void stopApplications() throws LifecycleException {
        for (Container application : tomcat.host().findChildren()) {
            application.stop();
        }
    }

    private static Canaries all() {
        return new Canaries(Stream.concat(
                        KEYS.stream(), thoughtSpot.tokens().minted().stream().map(Token::value))
                .toList());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(HttpResponse<String> answer) {
        return answer.headers().map() + "\n" + answer.body();
    }
}
