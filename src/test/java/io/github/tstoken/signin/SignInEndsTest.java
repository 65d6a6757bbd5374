package io.github.tstoken.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.store.SignInEnd;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInEndsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final SignInEnds ends = new SignInEnds();

    private static OidcSignIn bob(Instant signedInAt) {
        return new OidcSignIn(
                Fingerprint.of("a"), Claims.parse("{\"sub\":\"bob\"}").orElseThrow(), signedInAt);
    }

    private static SignInEnd endOfBob(Instant at) {
        return new SignInEnd(SignInNames.of(bob(NOW)).get(0), at);
    }

    @Test
    void whenAnEndIsHeardOfAgain_thenItIsNotNew() {
        assertThat(ends.add(endOfBob(NOW))).isTrue();
        assertThat(ends.add(endOfBob(NOW))).isFalse();
        assertThat(ends.add(endOfBob(NOW.minusSeconds(1)))).isFalse();
        assertThat(ends.add(endOfBob(NOW.plusSeconds(1)))).isTrue();
    }

    @Test
    void whenALaterEndComesFirst_thenItStays() {
        ends.add(endOfBob(NOW.plusSeconds(1)));
        ends.add(endOfBob(NOW));
        assertThat(ends.cover(bob(NOW.plusSeconds(1)), NOW)).isTrue();
        assertThat(ends.cover(bob(NOW.plusSeconds(2)), NOW)).isFalse();
    }

    @Test
    void whenThereAreTooManyEnds_thenEverybodyWhoSignedInBeforeTheForgottenOnesSignsInAgain() {
        ends.add(endOfBob(NOW));
        for (int number = 1; number <= SignInEnds.MOST; number++) {
            ends.add(new SignInEnd("name" + number, NOW.plusSeconds(1)));
        }
        assertThat(ends.cover(bob(NOW), NOW)).isTrue();
        assertThat(ends.cover(bob(NOW.minusSeconds(1)), NOW)).isTrue();
        assertThat(ends.cover(bob(NOW.plusSeconds(1)), NOW)).isFalse();
    }

    @Test
    void whenAnEndIsOlderThanAnySignIn_thenItIsForgottenAndNobodyNotices() {
        ends.add(endOfBob(NOW));
        Instant tomorrow = NOW.plus(SignInEnds.LONGEST).plus(Duration.ofSeconds(1));
        ends.add(new SignInEnd("other", tomorrow));
        assertThat(ends.add(endOfBob(NOW))).isTrue();
        assertThat(ends.cover(bob(tomorrow), tomorrow)).isFalse();
    }
}
