package io.github.tstoken.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("[R41] What a refusal means")
class RejectionTest {
    private static final String SPECIFIED = "{\"error\":{\"message\":{\"code\":%d,\"debug\":\"%s\"}}}";
    private static final String NESTED =
            "{\"error\":{\"message\":{\"debug\":{\"code\":%d,\"debug\":\"[\\\"%s\\\"]\"}}}}";
    private static final String V1 = "{\"type\":\"x\",\"code\":%d,\"debug\":\"[\\\"%s\\\"]\"}";

    @ParameterizedTest
    @CsvSource({
        "200, INVALID",
        "204, INVALID",
        "301, INVALID",
        "302, INVALID",
        "307, INVALID",
        "401, REJECTED_SERVICE",
        "400, REJECTED_SERVICE",
        "403, REJECTED_SERVICE",
        "404, INVALID",
        "405, INVALID",
        "407, INVALID",
        "415, INVALID",
        "418, INVALID",
        "429, THROTTLED",
        "501, UNREACHABLE",
        "502, UNREACHABLE",
        "503, THROTTLED",
        "504, UNREACHABLE",
        "599, UNREACHABLE",
        "600, INVALID",
        "999, INVALID",
    })
    void whenTheBodySaysNothing_thenTheStatusDecides(int status, Kind kind) {
        for (Api api : Api.values()) {
            assertThat(kind(status, "", api)).isEqualTo(kind);
            assertThat(kind(status, "<html>The user is locked, user not found</html>", api))
                    .isEqualTo(kind);
        }
    }

    @Test
    void whenTheStatusIs500_thenV1RefusesUsAndV2HasAFault() {
        assertThat(kind(500, "", Api.V1)).isEqualTo(Kind.REJECTED_SERVICE);
        assertThat(kind(500, "", Api.V2)).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 10008 | anything                                                      | REJECTED_USER",
                "400 | 10002 | User carol not found.                                         | REJECTED_USER",
                "400 | 10002 | The user is unknown                                           | REJECTED_USER",
                "400 | 10002 | User carol doesn't exist                                      | REJECTED_USER",
                "400 | 10002 | Cannot find user carol                                        | REJECTED_USER",
                "403 | 10023 | USER_INACTIVE                                                 | REJECTED_USER",
                "403 | 10023 | User doesn't have access to org 5                             | REJECTED_USER",
                "403 | 10023 | User not in org                                               | REJECTED_USER",
                "400 | 10002 | The user does not exist                                       | REJECTED_USER",
                "400 | 10002 | Unknown user carol                                            | REJECTED_USER",
                "400 | 10002 | Either secret_key or password must be provided.               | REJECTED_SERVICE",
                "400 | 10002 | Invalid parameter values userName                             | REJECTED_SERVICE",
                "400 | 10002 | Org 7 not found for this user                                 | REJECTED_SERVICE",
                "400 | 10002 | The account is locked                                         | REJECTED_SERVICE",
                "401 | 10097 | User not found                                                | REJECTED_SERVICE",
                "403 | 10023 | The account of the user is LOCKED                             | REJECTED_USER",
                "403 | 10023 | User is inactive                                              | REJECTED_USER",
                "403 | 10023 | The user has no access to the org 1.                          | REJECTED_USER",
                "403 | 10023 | User does not have access to this Org                         | REJECTED_USER",
                "403 | 10023 | Trusted authentication is not enabled for this cluster or org. | REJECTED_SERVICE",
                "403 | 10023 | Insufficient privileges                                       | REJECTED_SERVICE",
                "403 | 10023 | User not found                                                | REJECTED_SERVICE",
                "500 | 10038 | User not found                                                | UNREACHABLE",
            })
    void whenTheTextNamesTheReason_thenItCountsInEveryShape(int status, int code, String text, Kind kind) {
        assertThat(kind(status, SPECIFIED.formatted(code, text), Api.V2)).isEqualTo(kind);
        assertThat(kind(status, NESTED.formatted(code, text), Api.V2)).isEqualTo(kind);
        if (status != 500) {
            assertThat(kind(status, V1.formatted(code, text), Api.V1)).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "{}", "{\"error\":null}", "{\"error\":{\"message\":[]}}", "{\"error\":\"x\"}", "{"
            })
    void whenTheShapeIsUnknown_thenTheStatusDecides(String body) {
        assertThat(kind(403, body, Api.V2)).isEqualTo(Kind.REJECTED_SERVICE);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenThrottled_thenTheTimeToWaitIsKept(Api api) {
        HttpAnswer answer = new HttpAnswer(429, "", Optional.of("9"), "");

        assertThat(Rejection.of(answer, api, Instant.EPOCH).retryAfter()).contains(Duration.ofSeconds(9));
    }

    @Test
    void whenNotThrottled_thenThereIsNoTimeToWait() {
        HttpAnswer answer = new HttpAnswer(502, "", Optional.of("9"), "");

        assertThat(Rejection.of(answer, Api.V2, Instant.EPOCH).retryAfter()).isEmpty();
    }

    @Test
    void whateverTheBodySays_thenTheFailureDoesNotRepeatIt() {
        UpstreamFailure failure = Rejection.of(
                new HttpAnswer(400, "", Optional.empty(), SPECIFIED.formatted(1, "canary")), Api.V2, Instant.EPOCH);

        assertThat(failure).hasMessage("ThoughtSpot answered 400").hasNoCause();
    }

    private static Kind kind(int status, String body, Api api) {
        return Rejection.of(new HttpAnswer(status, "", Optional.empty(), body), api, Instant.EPOCH)
                .kind();
    }
}
