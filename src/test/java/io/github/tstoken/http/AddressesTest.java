package io.github.tstoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private long now = Long.MAX_VALUE - 5;
    private final Addresses addresses =
            new Addresses(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, () -> now);

    @Test
    void whenANameWasNotLookedUp_thenItIsNotFreshAndHasNoAddress() {
        assertThat(addresses.areFresh("a.example")).isFalse();
        assertThatThrownBy(() -> addresses.resolve("a.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void whenANameWasLookedUpWithinASecond_thenItNeedNotBeAgain() throws UnknownHostException {
        addresses.lookUp("a.example");
        now += Duration.ofSeconds(1).toNanos() - 1;
        assertThat(addresses.areFresh("a.example")).isTrue();
        assertThat(addresses.areFresh("b.example")).isFalse();
    }

    @Test
    void whenASecondHasPassed_thenTheNameIsLookedUpAgainAndTheOldAddressServesUntilThen() throws UnknownHostException {
        addresses.lookUp("a.example");
        now += Duration.ofSeconds(1).toNanos();
        assertThat(addresses.areFresh("a.example")).isFalse();
        assertThat(addresses.resolve("a.example")).containsExactly(InetAddress.getLoopbackAddress());
    }
}
