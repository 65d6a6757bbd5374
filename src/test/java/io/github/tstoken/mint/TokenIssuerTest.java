package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenIssuerTest {
    private static final TokenRequest REQUEST =
            new TokenRequest("bob", OptionalInt.empty(), Optional.empty(), Duration.ofMinutes(1));

    private final UpstreamHealth health = new UpstreamHealth();

    @Test
    void whenThoughtSpotGivesAToken_thenItIsHandedOutAndThoughtSpotIsWell() {
        LoginToken token = new LoginToken(Secret.of("t"), "bob", OptionalInt.empty(), Instant.EPOCH, Optional.empty());
        TokenIssuer issuer = new TokenIssuer(request -> CompletableFuture.completedFuture(token), health);
        assertThat(issuer.issue(REQUEST)).isCompletedWithValue(token);
        assertThat(health.lastAnswer()).isEqualTo("ok");
    }

    @ParameterizedTest
    @EnumSource(
            value = UpstreamFailure.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REJECTED_USER", "OVERLOADED"})
    void whenThoughtSpotFails_thenThatIsRemembered(UpstreamFailure.Kind kind) {
        fail(kind);
        assertThat(health.lastAnswer()).isEqualTo("failed");
    }

    @Test
    void whenThoughtSpotRefusesOnePerson_thenThoughtSpotIsWell() {
        fail(UpstreamFailure.Kind.REJECTED_USER);
        assertThat(health.lastAnswer()).isEqualTo("ok");
    }

    @Test
    void whenThoughtSpotWasNotAsked_thenNothingIsKnownOfIt() {
        fail(UpstreamFailure.Kind.OVERLOADED);
        assertThat(health.lastAnswer()).isEqualTo("none");
    }

    private void fail(UpstreamFailure.Kind kind) {
        UpstreamFailure failure = new UpstreamFailure(kind, "as the test wants it");
        new TokenIssuer(request -> CompletableFuture.failedFuture(failure), health).issue(REQUEST);
    }
}
