package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.operations.Metrics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisconnectingTest extends ConnectionsTest {

    private void assertRevoked(String... tokens) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(provider.revoked).containsExactlyInAnyOrder(tokens));
    }

    @Test
    @DisplayName("[D10] [R55] the connection is gone at once, and the provider is told")
    void whenAPersonDisconnects_thenTheProviderIsTold() {
        connect(BOB);
        assertThat(now(node.disconnecting().disconnect(BOB, Nodes.IDP))).isTrue();
        assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED);
        assertFails(AuthorizationFailure.Kind.NOT_CONNECTED, () -> tokenOf(node, BOB));
        assertRevoked("refresh-1", "access-1");
        assertThat(provider.revoked).startsWith("refresh-1");
    }

    @Test
    void whenThereIsNothingToDisconnect_thenThatIsNoFault() {
        assertThat(now(node.disconnecting().disconnect(BOB, Nodes.IDP))).isFalse();
    }

    @Test
    @DisplayName("[R55] a provider that cannot be told is told later")
    void whenTheProviderIsDown_thenItIsToldLater() {
        connect(BOB);
        provider.failures.add(OAuthFailure.Kind.UNAVAILABLE);
        now(node.disconnecting().disconnect(BOB, Nodes.IDP));
        assertRevoked("refresh-1", "access-1");
        assertThat(provider.failures).isEmpty();
    }

    @Test
    void whenTheProviderTakesNoRevocations_thenItsTokensAreDeletedHere() {
        provider.canRevoke = false;
        connect(BOB);
        now(node.disconnecting().disconnect(BOB, Nodes.IDP));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(nodes.metrics.text(Metrics.Format.PROMETHEUS))
                        .contains("tstoken_provider_revocations_total{outcome=\"left\",provider=\"idp\"} 1"));
        assertThat(provider.revoked).isEmpty();
    }

    @Test
    @DisplayName("an administrator sees and ends all connections of a person who goes, of whatever identity source")
    void whenAPersonGoes_thenAllConnectionsEnd() {
        connect(BOB);
        connect(ALICE);
        List<Offboarding.Held> seen = now(node.offboarding().list("bob"));
        assertThat(seen).extracting(Offboarding.Held::provider).containsExactly(Nodes.IDP);
        assertThat(now(node.offboarding().disconnect("bob"))).hasSize(1);
        assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED);
        assertThat(state(ALICE)).isEqualTo(Connection.State.CONNECTED);
        assertThat(now(node.offboarding().disconnect("bob"))).isEmpty();
        assertRevoked("refresh-1", "access-1");
    }

    @Test
    @DisplayName("connections that nobody uses are refreshed before the provider forgets them")
    void whenAConnectionIsIdleForADay_thenItIsRefreshed() {
        connect(BOB);
        nodes.clock.advance(Duration.ofHours(26));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(provider.refreshes).hasValue(1));
        assertThat(token(BOB)).isEqualTo("access-2");
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    @DisplayName("[D15] what nobody can use any more is deleted in time")
    void whenAGrantEndedLongAgo_thenItIsSweptAway() {
        connect(BOB);
        tokensExpire();
        provider.endGrant();
        assertFails(AuthorizationFailure.Kind.RECONNECT_NEEDED, () -> tokenOf(node, BOB));
        nodes.clock.advance(Duration.ofDays(31));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED));
    }
}
