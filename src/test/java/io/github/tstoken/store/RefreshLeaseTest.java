package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefreshLeaseTest extends StoreTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private static Optional<RefreshLease> lease(TokenStore node, Duration length) {
        return node.authorizations().leaseForRefresh(found(node, BOB), length);
    }

    private static RefreshLease leaseWhenFree(TokenStore node, Duration length) {
        return await().until(() -> lease(node, length), Optional::isPresent).orElseThrow();
    }

    @Test
    void whenOneRefreshes_thenNobodyElseCanOnAnyNode() {
        TokenStore one = node();
        TokenStore other = node();
        connected(one, BOB, tokens("1"));
        RefreshLease lease = lease(one, LONG).orElseThrow();
        assertThat(lease.refreshToken().reveal()).isEqualTo("refresh-1");
        assertThat(lease(one, LONG)).isEmpty();
        assertThat(lease(other, LONG)).isEmpty();
        assertThat(other.authorizations().find(BOB, IDP)).isPresent();
    }

    @Test
    void whenARefreshIsStored_thenTheNextOneBeginsFromIt() {
        TokenStore node = node();
        Authorization before = connected(node, BOB, tokens("1"));
        RefreshLease lease = lease(node, LONG).orElseThrow();
        assertThat(node.authorizations().complete(lease, tokens("2"))).isEqualTo(Completion.STORED);
        Authorization after = found(node, BOB);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.lastRefreshAt()).contains(NOW);
        assertThat(after.accessToken().map(Secret::reveal)).contains("access-2");
        assertThat(lease(node, LONG).orElseThrow().refreshToken().reveal()).isEqualTo("refresh-2");
    }

    @Test
    void whenWhatWasSeenIsNotTheLatest_thenThereIsNoLease() {
        TokenStore node = node();
        Authorization seen = connected(node, BOB, tokens("1"));
        node.authorizations().complete(lease(node, LONG).orElseThrow(), tokens("2"));
        assertThat(node.authorizations().leaseForRefresh(seen, LONG)).isEmpty();
    }

    @Test
    @DisplayName("[R53] a refresh token that the answer does not have is kept")
    void whenTheAnswerHasNoRefreshToken_thenTheOldOneIsKept() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().complete(lease(node, LONG).orElseThrow(), accessTokenAlone("2"));
        assertThat(accessToken(node, BOB)).contains("access-2");
        RefreshLease next = lease(node, LONG).orElseThrow();
        assertThat(next.refreshToken().reveal()).isEqualTo("refresh-1");
        assertThat(next.idToken().map(Secret::reveal)).contains("id-1");
    }

    @Test
    @DisplayName("[R50] threads of two nodes that see the same expiry refresh once")
    void whenTwoNodesRace_thenEachExpiryIsRefreshedOnce() throws Exception {
        List<TokenStore> nodes = List.of(node(), node());
        connected(nodes.get(0), BOB, tokens("0"));
        AtomicInteger refreshes = new AtomicInteger();
        int rounds = 25;
        for (int round = 1; round <= rounds; round++) {
            long expired = found(nodes.get(0), BOB).version();
            String name = "" + round;
            String refreshToken = "refresh-" + (round - 1);
            AtOnce.run(8, number -> () -> {
                TokenStore node = nodes.get(number % 2);
                Authorization seen = found(node, BOB);
                if (seen.version() != expired) {
                    return number;
                }
                node.authorizations().leaseForRefresh(seen, LONG).ifPresent(lease -> {
                    refreshes.incrementAndGet();
                    assertThat(lease.refreshToken().reveal()).isEqualTo(refreshToken);
                    assertThat(node.authorizations().complete(lease, tokens(name)))
                            .isEqualTo(Completion.STORED);
                });
                return number;
            });
            assertThat(accessToken(nodes.get(1), BOB)).contains("access-" + round);
        }
        assertThat(refreshes).hasValue(rounds);
    }

    @Test
    @DisplayName("[R51] a holder that comes back late does not overwrite what another stored")
    void whenAHolderIsPausedPastItsLease_thenTheOtherOneWins() {
        TokenStore paused = node();
        TokenStore other = node();
        connected(paused, BOB, tokens("1"));
        RefreshLease late = lease(paused, SHORT).orElseThrow();
        RefreshLease taken = leaseWhenFree(other, LONG);
        assertThat(paused.authorizations().complete(late, tokens("late"))).isEqualTo(Completion.OVERTAKEN);
        assertThat(other.authorizations().complete(taken, tokens("2"))).isEqualTo(Completion.STORED);
        assertThat(paused.authorizations().complete(late, tokens("late"))).isEqualTo(Completion.OVERTAKEN);
        assertThat(paused.authorizations().grantEnded(late)).isFalse();
        assertThat(accessToken(paused, BOB)).contains("access-2");
    }

    @Test
    void whenALateHolderReleases_thenTheLeaseOfTheOtherHolds() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        RefreshLease late = lease(node, SHORT).orElseThrow();
        RefreshLease taken = leaseWhenFree(node, LONG);
        node.authorizations().release(late, Duration.ZERO);
        assertThat(lease(node, LONG)).isEmpty();
        assertThat(node.authorizations().complete(taken, tokens("2"))).isEqualTo(Completion.STORED);
    }

    @Test
    void whenNobodyTookOver_thenALateHolderStoresItsTokens() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        RefreshLease late = lease(node, Duration.ZERO).orElseThrow();
        assertThat(node.authorizations().complete(late, tokens("2"))).isEqualTo(Completion.STORED);
    }

    @Test
    @DisplayName("[R54] a fault that says nothing of the grant leaves the tokens as they are")
    void whenARefreshFails_thenTheTokensStayAndTheNextTryWaits() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().release(lease(node, LONG).orElseThrow(), LONG);
        assertThat(lease(node, LONG)).isEmpty();
        assertThat(accessToken(node, BOB)).contains("access-1");
        assertThat(found(node, BOB).state()).isEqualTo(Authorization.State.CONNECTED);
    }

    @Test
    void whenALeaseIsReleasedWithoutAPause_thenTheNextOneHasIt() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().release(lease(node, LONG).orElseThrow(), Duration.ZERO);
        assertThat(lease(node, LONG)).isPresent();
    }

    @Test
    @DisplayName("[R52] a grant that the provider ended needs the person, and is not tried again")
    void whenTheProviderEndedTheGrant_thenItsTokensAreDeleted() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        assertThat(node.authorizations().grantEnded(lease(node, LONG).orElseThrow()))
                .isTrue();
        Authorization ended = found(node, BOB);
        assertThat(ended.state()).isEqualTo(Authorization.State.GRANT_ENDED);
        assertThat(ended.accessToken()).isEmpty();
        assertThat(ended.refreshable()).isFalse();
        assertThat(lease(node, LONG)).isEmpty();
        assertThat(sql().query(
                                "SELECT COUNT(*) FROM tstoken_authorization WHERE refresh_token IS NOT NULL OR id_token IS NOT NULL",
                                row -> row.getLong(1)))
                .containsExactly(0L);
        assertThat(connected(node, BOB, tokens("2")).state()).isEqualTo(Authorization.State.CONNECTED);
    }

    @Test
    void whenThereIsNoRefreshToken_thenThereIsNoLease() {
        TokenStore node = node();
        connected(node, BOB, accessTokenAlone("1"));
        assertThat(lease(node, LONG)).isEmpty();
    }

    @Test
    void whenThePersonConnectsAgainDuringARefresh_thenTheNewConnectionStays() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        RefreshLease lease = lease(node, LONG).orElseThrow();
        connected(node, BOB, tokens("2"));
        assertThat(node.authorizations().complete(lease, tokens("late"))).isEqualTo(Completion.OVERTAKEN);
        assertThat(accessToken(node, BOB)).contains("access-2");
        assertThat(lease(node, LONG)).isPresent();
    }
}
