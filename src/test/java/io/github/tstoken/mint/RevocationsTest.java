package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationsTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final List<CompletableFuture<Void>> asked = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Metrics metrics = new Metrics();

    @Test
    void whenManyTokensEndAtOnce_thenAFewAreRevokedAtATime() {
        Revocations revocations = revocations(new CompletableFuture<>());
        for (int token = 0; token < 10; token++) {
            revocations.add(token(), TraceContext.begin());
        }
        assertThat(asked).hasSize(4);
        asked.get(2).completeExceptionally(new IllegalStateException("as the test wants it"));
        assertThat(asked).hasSize(5);
    }

    @Test
    void whenThoughtSpotIsNotEvenAsked_thenManyEndWithoutAStackOfCalls() {
        Revocations revocations = revocations(new CompletableFuture<>());
        for (int token = 0; token < 20_000; token++) {
            revocations.add(token(), TraceContext.begin());
        }
        asked.get(0).complete(null);
        for (int next = 1; next < asked.size(); next++) {
            asked.get(next).complete(null);
        }
        assertThat(asked).hasSize(10_004);
    }

    @Test
    void whenEachEndsAtOnce_thenNoneWaits() {
        Revocations revocations = revocations(CompletableFuture.completedFuture(null));
        for (int token = 0; token < 20_000; token++) {
            revocations.add(token(), TraceContext.begin());
        }
        assertThat(asked).hasSize(20_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "THROTTLED", "OVERLOADED"})
    void whenThoughtSpotDoesNotAnswer_thenTheTokenWaitsUntilItDoes(Kind kind) {
        Revocations revocations = revocations(new CompletableFuture<>());
        revocations.add(token(), TraceContext.begin());
        asked.get(0).completeExceptionally(new UpstreamFailure(kind, "as the test wants it"));
        assertThat(asked).hasSize(1);
        revocations.resume();
        assertThat(asked).hasSize(2);
        asked.get(1).complete(null);
        assertRevocations("done", 1);
        assertRevocations("failed", 0);
    }

    @Test
    void whenThoughtSpotTakesNoEnd_thenEachMintIsOneMoreTry() {
        Revocations revocations = revocations(
                CompletableFuture.failedFuture(new UpstreamFailure(Kind.THROTTLED, "as the test wants it")));
        for (int token = 0; token < 10; token++) {
            revocations.add(token(), TraceContext.begin());
        }
        assertThat(asked).hasSize(10);
        for (int mint = 0; mint < 10; mint++) {
            revocations.resume();
        }
        assertThat(asked).hasSize(20);
    }

    @Test
    void whenThoughtSpotAnswersAgain_thenAllThatWaitGoOn() {
        Revocations revocations = revocations(new CompletableFuture<>());
        for (int token = 0; token < 10; token++) {
            revocations.add(token(), TraceContext.begin());
        }
        for (int first = 0; first < 4; first++) {
            asked.get(first).completeExceptionally(new UpstreamFailure(Kind.TIMEOUT, "as the test wants it"));
        }
        assertThat(asked).hasSize(4);
        revocations.resume();
        assertThat(asked).as("one, to try it out").hasSize(5);
        for (int next = 4; next < asked.size(); next++) {
            asked.get(next).complete(null);
        }
        assertRevocations("done", 10);
    }

    @Test
    void whenTheTokenHasEndedByItself_thenItIsNotTriedAgain() {
        Revocations revocations = revocations(new CompletableFuture<>());
        revocations.add(token(), TraceContext.begin());
        clock.advance(LIFE);
        asked.get(0).completeExceptionally(new UpstreamFailure(Kind.UNREACHABLE, "as the test wants it"));
        revocations.resume();
        assertThat(asked).hasSize(1);
        assertRevocations("failed", 1);
    }

    private Revocations revocations(CompletableFuture<Void> answer) {
        ThoughtSpotClient client = new ThoughtSpotClient() {
            @Override
            public CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace) {
                throw new AssertionError();
            }

            @Override
            public CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace) {
                throw new AssertionError();
            }

            @Override
            public CompletionStage<Void> revoke(LoginToken token, TraceContext trace) {
                CompletableFuture<Void> mine = answer.copy();
                asked.add(mine);
                return mine;
            }
        };
        return new Revocations(
                new Upstream(client, new UpstreamHealth(), metrics, clock, System::nanoTime), metrics, clock);
    }

    private LoginToken token() {
        return new LoginToken(
                Secret.of("t"),
                "bob",
                OptionalInt.empty(),
                clock.instant(),
                Optional.of(clock.instant().plus(LIFE)));
    }

    private void assertRevocations(String outcome, int number) {
        assertThat(metrics.text(Metrics.Format.PROMETHEUS))
                .contains("tstoken_revocations_total{outcome=\"" + outcome + "\"} " + number + ".0");
    }
}
