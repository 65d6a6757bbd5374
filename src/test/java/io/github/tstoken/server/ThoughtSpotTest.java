package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What every test on a real server has, whatever is deployed there: its address, and a ThoughtSpot to ask. */
abstract class ThoughtSpotTest {
    static final URI SERVER = URI.create("http://127.0.0.1:" + Integer.getInteger("server.http.port"));
    static final String LIVEBOARD = "0123abcd-0000-4000-8000-0123456789ab";
    static final String JSON = "application/json";

    /** The cookies that the server sets by itself: a sign-on that has ended, on some a session of the WAR's own. */
    private static final String SERVERS_COOKIES = System.getProperty("server.cookies");

    private static final JsonMapper MAPPER = new JsonMapper();
    static StandInThoughtSpot thoughtSpot;

    @BeforeAll
    static void startThoughtSpot() throws IOException {
        thoughtSpot = StandInThoughtSpot.start(Integer.getInteger("standin.port"));
        thoughtSpot
                .settings()
                .secretKey(Files.readString(Deployments.SECRET_KEY_FILE).strip());
    }

    @AfterAll
    static void stopThoughtSpot() {
        thoughtSpot.close();
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        thoughtSpot.faults().clear();
        thoughtSpot.journal().clear();
    }

    static List<JournalEntry> mints() {
        return thoughtSpot.journal().entries().stream()
                .filter(entry -> entry.path().contains("/auth/token/"))
                .toList();
    }

    static void assertNothingWasMinted() {
        assertThat(mints()).isEmpty();
    }

    static void assertTokenOf(String username, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(thoughtSpot.tokens().find(answer.body()).orElseThrow().username())
                .isEqualTo(username);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.headers().firstValue("Problem")).contains(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertOnlyTheServersCookies(answer);
    }

    static void assertOnlyTheServersCookies(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.matches(SERVERS_COOKIES));
    }

    /** A problem as the SDK must see it. */
    static void assertEmptyProblem(HttpResponse<String> answer, int status, String problem) {
        assertProblem(answer, status, problem);
        assertThat(answer.body()).isEmpty();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
