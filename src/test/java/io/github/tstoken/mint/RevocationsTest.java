package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RevocationsTest {
    private final List<CompletableFuture<Void>> asked = new ArrayList<>();

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
        Metrics metrics = new Metrics();
        return new Revocations(
                new Upstream(client, new UpstreamHealth(), metrics, new ManualClock(), System::nanoTime), metrics);
    }

    private static LoginToken token() {
        return new LoginToken(Secret.of("t"), "bob", OptionalInt.empty(), Instant.EPOCH, Optional.empty());
    }
}
