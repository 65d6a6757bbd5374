package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.server.Visitor;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An executable JAR of Spring Boot, which reads no fragments: the filter is a bean and starts itself. */
class SpringBootIT {
    private static final String PARAMETER = "--server.servlet.context-parameters.";
    private static StandInThoughtSpot thoughtSpot;
    private static Path jar;
    private static BootProcess boot;

    @BeforeAll
    static void start() throws Exception {
        thoughtSpot = StandInThoughtSpot.start();
        jar = BootProcess.executableJar();
        boot = BootProcess.start(jar, options("tstoken.user.required-roles=analyst"));
    }

    @AfterAll
    static void stop() throws Exception {
        boot.close();
        thoughtSpot.close();
    }

    @Test
    void whenSomebodyIsSignedIn_thenTheTokenIsTheirs() {
        HttpResponse<String> answer = signedIn("alice").get("/ts-token/token");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(thoughtSpot.tokens().find(answer.body()).map(Token::username))
                .contains("alice");
        assertThat(boot.log()).doesNotContain("does not support asynchronous requests");
    }

    @Test
    void whenARoleIsMissingOrNobodyIsSignedIn_thenTheProblemSaysSo() {
        Problems.assertEmpty(signedIn("carol").get("/ts-token/token"), 403, "not-allowed");
        Problems.assertEmpty(Visitor.at(boot.address()).get("/ts-token/token"), 401, "not-signed-in");
    }

    @Test
    void whenTheApplicationHasPathsOfItsOwn_thenTheyAreItsOwn() {
        assertThat(signedIn("alice").get("/greeting").body()).isEqualTo("hello");
    }

    @Test
    void whenTheConfigurationIsWrong_thenTheApplicationDoesNotStartAndTheLogSaysWhy() throws Exception {
        try (BootProcess refused = BootProcess.start(jar, options("tstoken.thoughtspot.timeout=soon"))) {
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.log())
                    .contains("tstoken.thoughtspot.timeout (context parameter): must be an ISO 8601 duration");
        }
    }

    private static Visitor signedIn(String name) {
        return SpringSignIn.signIn(Visitor.at(boot.address()), "", name);
    }

    private static List<String> options(String more) {
        List<String> options = new ArrayList<>();
        options.add(PARAMETER + "tstoken.thoughtspot.url=" + thoughtSpot.url());
        options.add(PARAMETER + "tstoken.thoughtspot.secret-key="
                + thoughtSpot.settings().secretKey());
        options.add(PARAMETER + more);
        return options;
    }
}
