package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.Settings.ErrorShape;
import io.github.tstoken.standin.Token;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestV2ClientTest extends ThoughtSpotClientContract {
    @Override
    Api api() {
        return Api.V2;
    }

    @Override
    String path(boolean forObject) {
        return forObject ? Paths.V2_OBJECT : Paths.V2_FULL;
    }

    @Override
    String orgField() {
        return "org_id";
    }

    @Override
    int fieldsOfAFullRequest() {
        return 4;
    }

    @Override
    Map<String, String> fields(JournalEntry entry) {
        return Json.object(entry.body()).orElseThrow().properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText()));
    }

    @Test
    void whenAFullTokenIsAsked_thenTheBodyIsExactlyThis() {
        resultOf(Clients.mint(client, Clients.full("alice", 1)));

        assertThat(asked(false).header("content-type")).contains("application/json");
        assertThat(asked(false).header("accept")).contains("application/json");
        assertThat(asked(false).body())
                .isEqualTo("{\"username\":\"alice\",\"secret_key\":\"*** of Org 1\",\"validity_time_in_sec\":300,"
                        + "\"auto_create\":false,\"org_id\":1}");
    }

    @Test
    void whenATokenOfOneLiveboardIsAsked_thenTheBodyIsExactlyThis() {
        resultOf(Clients.mint(client, Clients.ofLiveboard("alice")));

        assertThat(asked(true).body())
                .isEqualTo("{\"username\":\"alice\",\"secret_key\":\"***\",\"validity_time_in_sec\":300,"
                        + "\"auto_create\":false,\"object_id\":\"" + Clients.LIVEBOARD + "\"}");
    }

    @Test
    void whenTimesAreWrittenAsFloats_thenTheyAreExact() {
        thoughtSpot.settings().millisAsFloat(true);

        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));

        Token minted = thoughtSpot.tokens().find(token.value().reveal()).orElseThrow();
        assertThat(token.issuedAt().toEpochMilli()).isEqualTo(minted.createdAt().toEpochMilli());
        assertThat(token.expiresAt().orElseThrow().toEpochMilli())
                .isEqualTo(minted.expiresAt().orElseThrow().toEpochMilli());
    }

    @Test
    @DisplayName("[R41] both shapes of an error are understood")
    void whenTheUserIsLockedOrNotInTheOrg_thenThePersonIsRefusedInBothShapes() {
        thoughtSpot.users().lock("carol");
        for (ErrorShape shape : ErrorShape.values()) {
            thoughtSpot.settings().errorShape(shape);

            assertThat(kindFor("carol")).isEqualTo(Kind.REJECTED_USER);
            assertThat(kindFor("nobody")).isEqualTo(Kind.REJECTED_USER);
            assertThat(failureOf(Clients.mint(client, Clients.full("bob", 1))).kind())
                    .isEqualTo(Kind.REJECTED_USER);
        }
    }

    @Test
    @DisplayName("[R17] a token that was not asked for is refused and revoked")
    void whenTheTokenLivesLongerThanAsked_thenItIsRefusedAndRevoked() {
        thoughtSpot.clock().advance(Duration.ofHours(1));

        assertThat(kindFor("alice")).isEqualTo(Kind.INVALID);
        await().until(() -> thoughtSpot.tokens().minted().stream().allMatch(Token::revoked));
        JournalEntry revoke = thoughtSpot.journal().to(Paths.V2_REVOKE).get(0);
        assertThat(revoke.status()).isEqualTo(204);
        assertThat(revoke.body()).doesNotContain("secret_key");
    }

    @Test
    void whenATokenIsGood_thenThoughtSpotSaysSoUntilItIsEnded() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));
        Deadline deadline = Deadline.after(Duration.ofSeconds(10));

        assertThat(resultOf(client.isActive(token, deadline, Clients.TRACE))).isTrue();
        resultOf(client.revoke(token, Clients.TRACE));
        assertThat(resultOf(client.isActive(token, deadline, Clients.TRACE))).isFalse();
        resultOf(client.revoke(token, Clients.TRACE));
    }

    @Test
    void whenThoughtSpotIsAsked_thenTheTraceGoesOnThere() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));
        resultOf(client.isActive(token, Deadline.after(Duration.ofSeconds(10)), Clients.TRACE));
        resultOf(client.revoke(token, Clients.TRACE));

        assertThat(thoughtSpot.journal().entries()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.header("traceparent"))
                    .hasValueSatisfying(
                            parent -> assertThat(parent).matches("00-" + Clients.TRACE.traceId() + "-[0-9a-f]{16}-01"));
            assertThat(entry.header("tracestate")).isEqualTo(Clients.TRACE.state());
        });
        assertThat(thoughtSpot.journal().entries().stream().map(entry -> entry.header("traceparent")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whenATokenHasExpired_thenThoughtSpotSaysSo() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));
        thoughtSpot.clock().advance(Duration.ofMinutes(5));

        assertThat(resultOf(client.isActive(token, Deadline.after(Duration.ofSeconds(10)), Clients.TRACE)))
                .isFalse();
    }

    @Test
    void whenItCannotBeFoundOutWhetherATokenIsGood_thenItIsAFailure() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));
        thoughtSpot.faults().next(Paths.V2_VALIDATE, Fault.status(502), 1);

        CompletionStage<Boolean> asked = client.isActive(token, Deadline.after(Duration.ofSeconds(10)), Clients.TRACE);
        assertThat(asked.handle((good, failure) ->
                                UpstreamFailure.in(failure).orElseThrow().kind())
                        .toCompletableFuture()
                        .join())
                .isEqualTo(Kind.UNREACHABLE);
    }
}
