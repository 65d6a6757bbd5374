package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.store.Authorization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTokensTest extends ConnectionsTest {

    @Test
    @DisplayName("[D1] a token that still lives is handed out without asking the provider")
    void whenTheTokenStillLives_thenTheProviderIsNotAsked() {
        connect(BOB);
        for (int read = 0; read < 9; read++) {
            assertThat(token(BOB)).isEqualTo("access-1");
        }
        assertThat(provider.refreshes).hasValue(0);
    }

    @Test
    void whenTheTokenHasEnded_thenItIsRefreshedOnce() {
        connect(BOB);
        tokensExpire();
        assertThat(token(BOB)).isEqualTo("access-2");
        assertThat(token(BOB)).isEqualTo("access-2");
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void whenARefreshDoesNotSayWhatIsGranted_thenWhatWasGrantedStays() {
        provider.scopes = Set.of("read");
        connect(BOB);
        tokensExpire();
        assertThat(now(tokenOf(node, BOB)).scopes()).containsExactly("read");
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void whenTheTokenEndsWithinTheConfiguredMinimum_thenItIsRefreshed() {
        connect(BOB);
        nodes.clock.advance(provider.life.minusSeconds(59));
        assertThat(token(BOB)).isEqualTo("access-2");
    }

    @Test
    void whenSomebodyIsContentWithLess_thenTheTokenIsNotRefreshed() {
        connect(BOB);
        nodes.clock.advance(provider.life.minusSeconds(59));
        assertThat(token(BOB, Duration.ofSeconds(10))).isEqualTo("access-1");
    }

    @Test
    void whenTheProvidersTokensNeverLiveThatLong_thenItIsAskedOnceInHalfAMinute() {
        connect(BOB);
        Duration day = Duration.ofDays(1);
        assertThat(token(BOB, day)).isEqualTo("access-2");
        nodes.clock.advance(Duration.ofSeconds(29));
        assertThat(token(BOB, day)).isEqualTo("access-2");
        nodes.clock.advance(Duration.ofSeconds(2));
        assertThat(token(BOB, day)).isEqualTo("access-3");
    }

    @Test
    @DisplayName("[D2] [R50] who asks at the same moment shares one refresh, on every node")
    void whenManyAskAtOnceOnTwoNodes_thenTheProviderIsAskedOnceForEachExpiry() {
        List<Authorizations> both = List.of(node, nodes.start());
        connect(BOB);
        for (int round = 1; round <= 10; round++) {
            tokensExpire();
            List<CompletionStage<Authorization>> answers = IntStream.range(0, 16)
                    .mapToObj(number -> tokenOf(both.get(number % 2), BOB))
                    .toList();
            assertThat(tokens(answers)).containsExactly("access-" + (round + 1));
            assertThat(provider.refreshes).hasValue(round);
        }
        assertThat(provider.reuses).hasValue(0);
    }

    private static List<String> tokens(List<CompletionStage<Authorization>> answers) {
        List<String> tokens = new ArrayList<>();
        for (CompletionStage<Authorization> answer : answers) {
            tokens.add(now(answer).accessToken().orElseThrow().reveal());
        }
        return List.copyOf(new HashSet<>(tokens));
    }

    @Test
    void whenAnotherNodeTakesLong_thenWhoWaitsIsToldToComeAgain() {
        Authorizations other = nodes.start();
        connect(BOB);
        tokensExpire();
        provider.gate = new CompletableFuture<>();
        CompletionStage<Authorization> slow = tokenOf(node, BOB);
        await().untilAtomic(provider.refreshes, is(1));
        AuthorizationFailure busy = failure(() -> tokenOf(other, BOB));
        assertThat(busy.kind()).isEqualTo(AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(2));
        provider.gate.complete(null);
        assertThat(now(slow).accessToken().orElseThrow().reveal()).isEqualTo("access-2");
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    @DisplayName("[D3] [R53] a refresh token that the answer does not have is kept, so that every provider will do")
    void whenTheProviderDoesNotRotate_thenTheRefreshTokenIsKept() {
        provider.rotates = false;
        connect(BOB);
        tokensExpire();
        assertThat(token(BOB)).isEqualTo("access-2");
        tokensExpire();
        assertThat(token(BOB)).isEqualTo("access-3");
        assertThat(provider.reuses).hasValue(0);
    }

    @Test
    @DisplayName("[D5] [R52] a grant that the provider ended is said to be so, and the provider is not asked again")
    void whenTheProviderHasEndedTheGrant_thenThePersonHasToConnectAgain() {
        connect(BOB);
        tokensExpire();
        provider.endGrant();
        assertFails(AuthorizationFailure.Kind.RECONNECT_NEEDED, () -> tokenOf(node, BOB));
        assertFails(AuthorizationFailure.Kind.RECONNECT_NEEDED, () -> tokenOf(node, BOB));
        assertThat(provider.refreshes).hasValue(1);
        assertThat(state(BOB)).isEqualTo(Connection.State.RECONNECT_NEEDED);
        connect(BOB);
        assertThat(state(BOB)).isEqualTo(Connection.State.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource(value = OAuthFailure.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "GRANT_ENDED")
    @DisplayName("[R54] whatever else goes wrong says nothing of the grant, and is not tried again for half a minute")
    void whenTheProviderFails_thenTheConnectionStaysAndTheNextTryWaits(OAuthFailure.Kind kind) {
        connect(BOB);
        tokensExpire();
        provider.failures.add(kind);
        assertFails(AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE, () -> tokenOf(node, BOB));
        assertThat(state(BOB)).isEqualTo(Connection.State.CONNECTED);
        AuthorizationFailure again = failure(() -> tokenOf(node, BOB));
        assertThat(again.kind()).isEqualTo(AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE);
        assertThat(again.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void whenThePersonIsNotConnected_thenThatIsSaid() {
        assertFails(AuthorizationFailure.Kind.NOT_CONNECTED, () -> tokenOf(node, BOB));
    }

    @Test
    @DisplayName("[R45] one person's tokens are nobody else's")
    void whenSomebodyElseAsks_thenTheyAreNotConnected() {
        connect(BOB);
        assertFails(AuthorizationFailure.Kind.NOT_CONNECTED, () -> tokenOf(node, ALICE));
    }

    @Test
    void whenATokenCannotBeRefreshed_thenItIsHandedOutUntilItEnds() {
        provider.givesRefreshTokens = false;
        connect(BOB);
        assertThat(state(BOB)).isEqualTo(Connection.State.EXPIRING);
        nodes.clock.advance(provider.life.minusSeconds(1));
        assertThat(token(BOB)).isEqualTo("access-1");
        tokensExpire();
        assertFails(AuthorizationFailure.Kind.RECONNECT_NEEDED, () -> tokenOf(node, BOB));
        assertThat(state(BOB)).isEqualTo(Connection.State.RECONNECT_NEEDED);
        assertThat(provider.refreshes).hasValue(0);
    }

    @Test
    @DisplayName("[R55] of a disconnection during a refresh nothing is left: the new tokens are revoked, too")
    void whenThePersonDisconnectsDuringARefresh_thenTheNewTokensAreRevoked() {
        connect(BOB);
        tokensExpire();
        provider.gate = new CompletableFuture<>();
        CompletionStage<Authorization> refreshed = tokenOf(node, BOB);
        await().untilAtomic(provider.refreshes, is(1));
        assertThat(now(node.disconnecting().disconnect(BOB, Nodes.IDP))).isTrue();
        provider.gate.complete(null);
        assertFails(AuthorizationFailure.Kind.NOT_CONNECTED, () -> refreshed);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(provider.revoked).contains("refresh-1", "access-1", "refresh-2", "access-2"));
    }

    @Test
    @DisplayName("[D15] [R66] each refresh has one audit line, with its person and provider")
    void whenATokenIsRefreshed_thenTheAuditSaysSo() {
        connect(BOB);
        tokensExpire();
        token(BOB);
        token(BOB);
        assertThat(nodes.audit).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditEvent.Action.REFRESH);
            assertThat(event.caller()).contains(BOB);
            assertThat(event.provider()).contains(Nodes.IDP);
            assertThat(event.problem()).isEqualTo(Optional.empty());
        });
    }
}
