package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RevocationQueueTest extends StoreTest {

    private static String refreshToken(Revocation revocation) {
        return revocation.refreshToken().map(Secret::reveal).orElse("none");
    }

    private static Revocation claimWhenDue(TokenStore node) {
        return await().until(() -> node.revocations().claim(LONG), Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void whenNothingWasRevoked_thenNothingIsDue() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        assertThat(node.revocations().claim(LONG)).isEmpty();
    }

    @Test
    @DisplayName("[R55] a revoked authorization is gone at once, and its tokens wait to be revoked")
    void whenAnAuthorizationIsRevoked_thenItIsGoneAtOnceAndItsTokensAreDue() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        assertThat(node.authorizations().revoke(BOB, IDP)).isTrue();
        assertThat(node.authorizations().find(BOB, IDP)).isEmpty();
        assertThat(node.authorizations().list(BOB)).isEmpty();
        assertThat(node.authorizations().revoke(BOB, IDP)).isFalse();

        Revocation due = node().revocations().claim(LONG).orElseThrow();
        assertThat(due.user()).isEqualTo(BOB);
        assertThat(due.provider()).isEqualTo(IDP);
        assertThat(due.attempt()).isEqualTo(1);
        assertThat(due.accessToken().map(Secret::reveal)).contains("access-1");
        assertThat(refreshToken(due)).isEqualTo("refresh-1");
    }

    @Test
    @DisplayName("[R55] a refresh that loses against a revocation has its new tokens revoked too")
    void whenARefreshEndsAfterTheRevocation_thenItsTokensAreDueToo() {
        TokenStore node = node();
        RefreshLease lease = node.authorizations()
                .leaseForRefresh(connected(node, BOB, tokens("1")), LONG)
                .orElseThrow();
        node.authorizations().revoke(BOB, IDP);
        assertThat(node.authorizations().complete(lease, tokens("2"))).isEqualTo(Completion.REVOKED);
        assertThat(node.authorizations().find(BOB, IDP)).isEmpty();
        assertThat(List.of(refreshToken(claimWhenDue(node)), refreshToken(claimWhenDue(node))))
                .containsExactlyInAnyOrder("refresh-1", "refresh-2");
    }

    @Test
    void whenNodesClaimAtTheSameTime_thenEachRevocationIsClaimedOnce() throws Exception {
        List<TokenStore> nodes = List.of(node(), node());
        int people = 40;
        for (int person = 0; person < people; person++) {
            UserKey user = UserKey.of("principal", "person" + person);
            nodes.get(0).authorizations().connect(user, IDP, tokens("" + person));
            nodes.get(0).authorizations().revoke(user, IDP);
        }
        List<List<String>> claimed = AtOnce.run(6, number -> () -> {
            RevocationQueue queue = nodes.get(number % 2).revocations();
            List<String> mine = new ArrayList<>();
            for (Optional<Revocation> next = queue.claim(LONG); next.isPresent(); next = queue.claim(LONG)) {
                mine.add(refreshToken(next.get()));
            }
            return mine;
        });
        assertThat(claimed.stream().flatMap(List::stream)).hasSize(people).doesNotHaveDuplicates();
    }

    @Test
    void whenANodeEndsWithoutFinishing_thenAnotherOneTriesAgain() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        Revocation lost = node.revocations().claim(Duration.ofMillis(1)).orElseThrow();
        Revocation again = claimWhenDue(node());
        assertThat(again.attempt()).isEqualTo(2);
        node.revocations().finish(lost);
        node.revocations().retry(lost, Duration.ZERO);
        assertThat(node.revocations().claim(LONG)).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whenTheProviderKnows_thenTheTokensAreDeleted() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        node.revocations().finish(claimWhenDue(node));
        assertThat(rows()).isZero();
    }

    @Test
    void whenTheProviderCannotBeTold_thenItIsDueAgainAfterThatTimeAndNotBefore() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        Revocation first = claimWhenDue(node);
        node.revocations().retry(first, LONG);
        assertThat(node.revocations().claim(LONG)).isEmpty();
        node.revocations().retry(first, Duration.ZERO);
        assertThat(claimWhenDue(node).attempt()).isEqualTo(2);
    }

    @Test
    void whenThePersonConnectsAgain_thenTheOldTokensAreRevokedAndTheNewOnesStay() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        connected(node, BOB, tokens("2"));
        Revocation old = claimWhenDue(node);
        assertThat(refreshToken(old)).isEqualTo("refresh-1");
        node.revocations().finish(old);
        assertThat(accessToken(node, BOB)).contains("access-2");
    }

    @Test
    void whenNothingCanBeRead_thenNobodyIsToldAndTheRowIsDeleted() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        sql().update("UPDATE tstoken_authorization SET refresh_token = access_token");
        assertThat(node.revocations().claim(LONG)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void whenARevocationIsNeverFinished_thenTheSweepDeletesIt() {
        TokenStore node = node();
        connected(node, BOB, tokens("1"));
        node.authorizations().revoke(BOB, IDP);
        assertThat(node.sweep(NOW.plusMillis(1))).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    private long rows() {
        return sql().query("SELECT COUNT(*) FROM tstoken_authorization", row -> row.getLong(1))
                .get(0);
    }
}
