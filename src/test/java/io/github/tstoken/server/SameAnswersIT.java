package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.standin.Paths;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bytes from every server: the requests of one file are answered everywhere as another file says. What was answered is
 * in {@code target/same-answers.txt}; when an answer is meant to change, that becomes the file.
 */
@ArquillianTest
@RunAsClient
class SameAnswersIT extends ServerTest {
    private static final Path FOLDER = Path.of("src/test/resources/same-answers");
    private static final Map<String, String> REQUESTS = Blocks.read(FOLDER.resolve("requests.txt"));
    private static final Map<String, String> ANSWERS = Blocks.read(FOLDER.resolve("answers.txt"));
    private static final Map<String, String> ANSWERED = new LinkedHashMap<>();
    private static final Map<String, String> COOKIES = new HashMap<>();

    private static final String REMARK = """
            What every server answers to requests.txt. The headers of every answer are Cache-Control: no-store,
            Cross-Origin-Resource-Policy: same-origin, Referrer-Policy: no-referrer, Trace-Id, Vary: Origin, Cookie and
            X-Content-Type-Options: nosniff.""";

    static Set<String> requests() {
        return REQUESTS.keySet();
    }

    static Set<String> refusedByServers() {
        return Blocks.read(FOLDER.resolve("refused.txt")).keySet();
    }

    @ParameterizedTest
    @MethodSource("requests")
    @DisplayName("[R13][R70] every server gives the same answer, byte by byte")
    void whenARequestIsMade_thenTheAnswerIsTheSameOnEveryServer(String title) {
        WrittenRequest request = WrittenRequest.parse(REQUESTS.get(title));
        for (String path : new String[] {Paths.V2_FULL, Paths.V2_OBJECT}) {
            request.fault().ifPresent(fault -> thoughtSpot.faults().next(path, fault, 1));
        }
        RawHttp.Reply reply = send(request);
        ANSWERED.put(title, WrittenAnswer.of(reply, thoughtSpot));
        assertThat(ANSWERED.get(title)).isEqualTo(ANSWERS.get(title));
    }

    @ParameterizedTest
    @MethodSource("refusedByServers")
    @DisplayName("[R13] what no server understands is refused, by it or by ts-token, and never with a body")
    void whenARequestIsMalformed_thenItIsRefusedWithoutABody(String title) {
        RawHttp.Reply reply = send(
                WrittenRequest.parse(Blocks.read(FOLDER.resolve("refused.txt")).get(title)));
        assertThat(String.valueOf(reply.status())).matches(System.getProperty("server.malformed"));
        assertThat(reply.hasBody()).isFalse();
        assertNothingWasMinted();
    }

    private static RawHttp.Reply send(WrittenRequest request) {
        return RawHttp.exchange(
                SERVER,
                request.on(
                        SERVER, request.person().map(SameAnswersIT::cookiesOf).orElse("")));
    }

    private static String cookiesOf(String person) {
        return COOKIES.computeIfAbsent(
                person, name -> Visitor.at(SERVER).signedInAs(name).cookies());
    }

    @AfterAll
    static void writeWhatWasAnswered() {
        Blocks.write(Path.of("target/same-answers.txt"), REMARK, ANSWERED);
    }
}
