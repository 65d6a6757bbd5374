package io.github.tstoken.mint;

import io.github.tstoken.config.Secret;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ThoughtSpot that answers when the test wants it to. */
final class FakeThoughtSpot implements ThoughtSpotClient {
    static final Duration LIFE = Duration.ofMinutes(10);

    final List<CompletableFuture<LoginToken>> mints = new ArrayList<>();
    final List<CompletableFuture<Boolean>> questions = new ArrayList<>();
    final List<LoginToken> revoked = new ArrayList<>();
    /** Those of every call, in order. */
    final List<TraceContext> traces = new ArrayList<>();

    private final Clock clock;

    FakeThoughtSpot(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace) {
        CompletableFuture<LoginToken> answer = new CompletableFuture<>();
        mints.add(answer);
        traces.add(trace);
        return answer;
    }

    @Override
    public CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        questions.add(answer);
        traces.add(trace);
        return answer;
    }

    @Override
    public CompletionStage<Void> revoke(LoginToken token, TraceContext trace) {
        revoked.add(token);
        traces.add(trace);
        return CompletableFuture.completedFuture(null);
    }

    /** Answers a mint with a new token. */
    LoginToken answer(int mint) {
        LoginToken token = new LoginToken(
                Secret.of("token-" + mint),
                "bob",
                OptionalInt.empty(),
                clock.instant(),
                Optional.of(clock.instant().plus(LIFE)));
        mints.get(mint).complete(token);
        return token;
    }
}
