package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.IssueConfig;
import io.github.tstoken.config.Secret;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuseTest {
    private static final TraceContext LOGOUT = TraceContext.begin();
    private static final Order ANY = Orders.of("bob", "session", Newness.ANY);
    private static final Duration VERIFY_AFTER = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final FakeThoughtSpot thoughtSpot = new FakeThoughtSpot(clock);
    private final Metrics metrics = new Metrics();
    private final SignInTokens tokens = new SignInTokens(clock, FakeThoughtSpot.LIFE, Duration.ofMinutes(1));
    private final TokenIssuer issuer = issuer(IssueConfig.Reuse.SIGN_IN);
    private LoginToken first;

    @BeforeEach
    void bobHasAToken() {
        CompletableFuture<LoginToken> issued = issue(ANY);
        first = thoughtSpot.answer(0);
        assertThat(issued).isCompletedWithValue(first);
    }

    @Test
    void whenTheSameSignInAsksAgain_thenItGetsTheSameToken() {
        assertThat(issue(ANY)).isCompletedWithValue(first);
        assertThat(thoughtSpot.mints).hasSize(1);
    }

    @Test
    @DisplayName("[R14] nobody else gets it: another session, another person in the session, another right")
    void whenAnythingElseIsOrdered_thenItIsANewMint() {
        begin(Orders.of("bob", "another session", Newness.ANY));
        begin(Orders.of("alice", "session", Newness.ANY));
        begin(new Order(ANY.caller(), Orders.request("bobby"), Newness.ANY, TraceContext.begin()));
        assertThat(thoughtSpot.mints).hasSize(4);
    }

    @Test
    void whenANewOneIsWanted_thenItIsMinted() {
        CompletableFuture<LoginToken> issued = issue(Orders.of("bob", "session", Newness.NEW));
        LoginToken second = thoughtSpot.answer(1);
        assertThat(issued).isCompletedWithValue(second);
        assertThat(issue(ANY)).isCompletedWithValue(second);
    }

    @Test
    void whenATokenIsForAnAddress_thenItIsNewAndNeverUsedAgain() {
        begin(Orders.of("bob", "session", Newness.OWN));
        thoughtSpot.answer(1);
        assertThat(issue(ANY)).isCompletedWithValue(first);
    }

    @Test
    @DisplayName("[R14] a token is not handed out past half of its life")
    void whenHalfOfItsLifeIsOver_thenANewOneIsMinted() {
        clock.advance(FakeThoughtSpot.LIFE.dividedBy(2).minusSeconds(1));
        begin(ANY);
        thoughtSpot.questions.get(0).complete(true);
        assertThat(thoughtSpot.mints).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        begin(ANY);
        assertThat(thoughtSpot.mints).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"50,15", "36,1", "30,15", "10,5"})
    @DisplayName("the page that has a token asks for another one 30 s before its end, and must not get the same again")
    void whenATokenLivesHardlyLongerThanThePageTakesToRenewIt_thenItIsReusedForLess(long life, long reused) {
        Share share = withATokenThatLives(Duration.ofSeconds(life));
        clock.advance(Duration.ofSeconds(reused).minusMillis(1));
        assertThat(tokens.reusable(share)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.reusable(share)).isEmpty();
    }

    @Test
    void whenThePageAsksForAnotherTokenRightAway_thenItGetsAnotherOne() {
        assertThat(tokens.reusable(withATokenThatLives(Duration.ofSeconds(32)))).isEmpty();
    }

    private Share withATokenThatLives(Duration life) {
        Share share = new Share(ANY.caller().signIn().orElseThrow(), ANY.request());
        Instant now = clock.instant();
        tokens.end(share.signIn().session());
        tokens.keep(
                share,
                new LoginToken(first.value(), "bob", first.org(), now, Optional.of(now.plus(life))),
                tokens.moment());
        return share;
    }

    @Test
    void whenThoughtSpotHasNotVouchedForItOfLate_thenItIsAskedFirst() {
        clock.advance(VERIFY_AFTER);
        CompletableFuture<LoginToken> one = issue(ANY);
        CompletableFuture<LoginToken> other = issue(ANY);
        assertThat(one).isNotDone();
        assertThat(thoughtSpot.questions).hasSize(1);
        thoughtSpot.questions.get(0).complete(true);
        assertThat(one).isCompletedWithValue(first);
        assertThat(other).isCompletedWithValue(first);
        assertThat(issue(ANY)).isCompletedWithValue(first);
        assertThat(thoughtSpot.questions).hasSize(1);
    }

    @Test
    @DisplayName("[R14] a token that ThoughtSpot no longer accepts is not handed out again")
    void whenThoughtSpotNoLongerAcceptsIt_thenOneNewOneIsMintedForAll() {
        clock.advance(VERIFY_AFTER);
        CompletableFuture<LoginToken> one = issue(ANY);
        CompletableFuture<LoginToken> other = issue(ANY);
        thoughtSpot.questions.get(0).complete(false);
        LoginToken second = thoughtSpot.answer(1);
        assertThat(thoughtSpot.mints).hasSize(2);
        assertThat(one).isCompletedWithValue(second);
        assertThat(other).isCompletedWithValue(second);
    }

    @Test
    void whenThatCannotBeFoundOut_thenANewOneIsMinted() {
        clock.advance(VERIFY_AFTER);
        CompletableFuture<LoginToken> issued = issue(ANY);
        thoughtSpot.questions.get(0).completeExceptionally(new UpstreamFailure(UpstreamFailure.Kind.TIMEOUT, "test"));
        assertThat(issued).isCompletedWithValue(thoughtSpot.answer(1));
    }

    @Test
    void whenReuseIsOff_thenEveryTokenIsNew() {
        TokenIssuer off = issuer(IssueConfig.Reuse.OFF);
        CompletableFuture<LoginToken> unused = off.issue(ANY).toCompletableFuture();
        assertThat(thoughtSpot.mints).hasSize(2);
    }

    @Test
    void whenTheSecretKeyIsAnother_thenNothingIsReused() {
        tokens.forgetAll();
        begin(ANY);
        assertThat(thoughtSpot.mints).hasSize(2);
    }

    @Test
    void whenASessionEnds_thenItsTokensAreEndedAtThoughtSpotAndNotReused() {
        assertThat(issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT))
                .containsExactly(ANY.request());
        assertThat(issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT))
                .isEmpty();
        assertThat(thoughtSpot.revoked).containsExactly(first);
        assertThat(thoughtSpot.traces).containsExactly(ANY.trace(), LOGOUT);
        begin(ANY);
        assertThat(thoughtSpot.mints).hasSize(2);
    }

    @Test
    void whenASessionEnds_thenTheTokensOfItsAddressesAreEndedToo() {
        begin(Orders.of("bob", "session", Newness.OWN));
        LoginToken inAnAddress = thoughtSpot.answer(1);
        issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT);
        assertThat(thoughtSpot.revoked).containsExactlyInAnyOrder(first, inAnAddress);
    }

    @Test
    void whenASessionEndsDuringAMintForAnAddress_thenItsTokenIsEndedAtThoughtSpot() {
        begin(Orders.of("bob", "session", Newness.OWN));
        issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT);
        LoginToken late = thoughtSpot.answer(1);
        assertThat(thoughtSpot.revoked).containsExactly(first, late);
    }

    @Test
    void whenASessionEndsDuringAMint_thenItsTokenIsNotKept() {
        Share share = new Share(ANY.caller().signIn().orElseThrow(), ANY.request());
        long begun = tokens.moment();
        tokens.end(share.signIn().session());
        assertThat(tokens.keep(share, first, begun)).isFalse();
        assertThat(tokens.reusable(share)).isEmpty();
        assertThat(tokens.keep(share, first, tokens.moment())).isTrue();
    }

    @Test
    void whenASessionEndsDuringAMint_thenItsTokenIsEndedAtThoughtSpot() {
        begin(Orders.of("bob", "session", Newness.NEW));
        issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT);
        LoginToken second = thoughtSpot.answer(1);
        assertThat(thoughtSpot.revoked).containsExactly(first, second);
    }

    @Test
    @DisplayName("[R14] who asked before the end gets no token that was minted after it")
    void whenASessionEndsWhileThoughtSpotIsAskedForItsToken_thenWhatIsMintedThenIsEndedToo() {
        clock.advance(VERIFY_AFTER);
        CompletableFuture<LoginToken> issued = issue(ANY);
        issuer.end(ANY.caller().signIn().orElseThrow().session(), LOGOUT);
        thoughtSpot.questions.get(0).complete(false);
        LoginToken second = thoughtSpot.answer(1);
        assertThat(issued).isCompletedExceptionally();
        assertThat(thoughtSpot.revoked).containsExactly(first, second);
        assertThat(tokens.reusable(new Share(ANY.caller().signIn().orElseThrow(), ANY.request())))
                .isEmpty();
    }

    @Test
    void whenManyAddressesAreMade_thenTheTokenOfThePageIsStillThere() {
        Share share = new Share(ANY.caller().signIn().orElseThrow(), ANY.request());
        Instant soon = clock.instant().plusSeconds(60);
        for (int address = 0; address < 30; address++) {
            tokens.keepForTheEnd(
                    share,
                    new LoginToken(
                            Secret.of("in-an-address-" + address),
                            "bob",
                            first.org(),
                            clock.instant(),
                            Optional.of(soon)),
                    tokens.moment());
        }
        assertThat(issue(ANY)).isCompletedWithValue(first);
        assertThat(tokens.end(share.signIn().session())).hasSize(16);
    }

    @Test
    void whenASignInAsksForNewTokensWithoutEnd_thenFewAreKept() {
        for (int mint = 1; mint <= 100; mint++) {
            begin(Orders.of("bob", "session", Newness.NEW));
            thoughtSpot.answer(mint);
        }
        assertThat(tokens.end(ANY.caller().signIn().orElseThrow().session())).hasSize(16);
    }

    @Test
    void whenTokensAreIssued_thenItIsCountedWhereTheyCameFrom() {
        begin(ANY);
        begin(Orders.of("bob", "session", Newness.NEW));
        begin(Orders.of("bob", "session", Newness.NEW));
        thoughtSpot.answer(1);
        assertThat(metrics.text(Metrics.Format.PROMETHEUS))
                .contains("tstoken_tokens_total{source=\"minted\"} 2")
                .contains("tstoken_tokens_total{source=\"reused\"} 1")
                .contains("tstoken_tokens_total{source=\"joined\"} 1");
    }

    private TokenIssuer issuer(IssueConfig.Reuse reuse) {
        return new TokenIssuer(
                new Upstream(thoughtSpot, new UpstreamHealth(), metrics, clock, System::nanoTime),
                new PersonLimit(0),
                new IssueConfig(reuse, VERIFY_AFTER, 0, false),
                Duration.ofMinutes(1),
                tokens,
                metrics,
                clock);
    }

    private CompletableFuture<LoginToken> issue(Order order) {
        return issuer.issue(order).toCompletableFuture();
    }

    private void begin(Order order) {
        CompletableFuture<LoginToken> unused = issue(order);
    }
}
