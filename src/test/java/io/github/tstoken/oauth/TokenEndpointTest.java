package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenEndpointTest {
    private static RunningProvider provider;
    private static Client client;
    private static IssuedTokens tokens;

    @BeforeAll
    static void start() {
        provider = RunningProvider.start();
        client = Client.of(provider);
        tokens = client.connect();
    }

    @AfterAll
    static void stop() {
        client.close();
        provider.close();
    }

    static List<String> wrong() {
        return Corpus.read("token-answers-wrong.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName(
            "[R54] [R39] only what the parsed error says ends a grant, and nothing of the answer is in the message")
    void whenThereAreNoTokensInTheAnswer_thenTheParsedErrorAloneDecides(String row) {
        String[] columns = row.split("\\|", 5);
        provider.behaviour().answersAt("/token", Integer.parseInt(columns[1]), columns[2], columns[3]);

        OAuthFailure failure = Client.failureOf(() -> client.refresh(tokens));

        assertThat(failure.kind()).isEqualTo(Kind.valueOf(columns[4]));
        assertThat(failure.getMessage()).doesNotContain("canary", "Evil", "<h1>", "active");
    }

    static List<String> lifetimes() {
        return Corpus.read("token-lifetimes.txt");
    }

    @ParameterizedTest
    @MethodSource("lifetimes")
    @DisplayName("[R53] a life that is none is the configured one, one that is too long is a year")
    void whenTheAnswerSaysHowLong_thenThatIsATime(String row) {
        String[] columns = row.split("\\|", 2);
        TokenAnswer answer = TokenAnswer.of(new HttpAnswer(
                200, "application/json", Optional.empty(), "{\"access_token\":\"t\"," + columns[0] + "}"));

        assertThat(answer.lifetime(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(Long.parseLong(columns[1])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b|a;b",
                "a,b|a;b",
                "a, b|a;b",
                "' a '|a",
                "''|asked",
                "' '|asked",
                "https://x.example/y.read a:b/c|https://x.example/y.read;a:b/c"
            })
    void whenTheAnswerSaysWhatIsGranted_thenThoseAreTheScopes(String written, String scopes) {
        TokenAnswer answer = TokenAnswer.of(new HttpAnswer(
                200, "application/json", Optional.empty(), "{\"access_token\":\"t\",\"scope\":\"" + written + "\"}"));

        assertThat(answer.scopes(List.of("asked"))).containsExactly(scopes.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"access_token\":\"t\",\"token_type\":\"bearer\"}",
                "application/json|{\"access_token\":\"t\",\"token_type\":\"BEARER\",\"refresh_token\":null}",
                "application/vnd.x+json|{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"refresh_token\":\"\"}",
                "text/javascript|{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"ok\":true}",
                "application/x-www-form-urlencoded|access_token=t&token_type=bearer&scope=repo%2Cuser"
            })
    void whenServersOfBeforeAnswer_thenTheyAreUnderstood(String type, String body) {
        TokenAnswer answer = TokenAnswer.of(new HttpAnswer(200, type, Optional.empty(), body));

        assertThat(answer.isIssued()).isTrue();
        assertThat(answer.accessToken().reveal()).isEqualTo("t");
        assertThat(answer.refreshToken()).isEmpty();
    }
}
