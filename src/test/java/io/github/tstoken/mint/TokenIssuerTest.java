package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.IssueConfig;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenIssuerTest {
    private static final Order ANY = Orders.of("bob", "session", Newness.ANY);
    private static final Order NEW = Orders.of("bob", "session", Newness.NEW);
    private static final Order OWN = Orders.of("bob", "session", Newness.OWN);

    private final ManualClock clock = new ManualClock();
    private final FakeThoughtSpot thoughtSpot = new FakeThoughtSpot(clock);
    private final UpstreamHealth health = new UpstreamHealth();
    private final Metrics metrics = new Metrics();
    private final TokenIssuer issuer = new TokenIssuer(
            new Upstream(thoughtSpot, health, metrics, clock, System::nanoTime),
            new PersonLimit(0),
            new IssueConfig(IssueConfig.Reuse.SIGN_IN, Duration.ZERO, 0, false),
            Duration.ofMinutes(1),
            new SignInTokens(clock, FakeThoughtSpot.LIFE, Duration.ofMinutes(1)),
            metrics,
            clock);

    @Test
    void whenThoughtSpotGivesAToken_thenItIsHandedOutAndThoughtSpotIsWell() {
        CompletableFuture<LoginToken> issued = issue(ANY);
        LoginToken token = thoughtSpot.answer(0);
        assertThat(issued).isCompletedWithValue(token);
        assertThat(health.lastAnswer()).isEqualTo("ok");
    }

    @Test
    @DisplayName("[R14] 100 parallel orders of one sign-in are one mint and one token")
    void whenOneSignInAsksManyTimesAtOnce_thenAllGetOneToken() {
        List<CompletableFuture<LoginToken>> issued = new ArrayList<>();
        for (int order = 0; order < 100; order++) {
            issued.add(issue(order % 2 == 0 ? ANY : NEW));
        }
        assertThat(thoughtSpot.mints).hasSize(1);
        LoginToken token = thoughtSpot.answer(0);
        assertThat(issued).allSatisfy(each -> assertThat(each).isCompletedWithValue(token));
    }

    @Test
    @DisplayName("[R14] two sign-ins, also of one person, never share a token")
    void whenTwoSignInsAskAtOnce_thenEachGetsItsOwnToken() {
        begin(ANY);
        begin(Orders.of("bob", "another session", Newness.ANY));
        begin(Orders.of("alice", "session", Newness.ANY));
        assertThat(thoughtSpot.mints).hasSize(3);
    }

    @Test
    void whenTheSignInCannotBeToldFromOthers_thenNothingIsShared() {
        begin(Orders.ofNoSignIn("bob"));
        begin(Orders.ofNoSignIn("bob"));
        assertThat(thoughtSpot.mints).hasSize(2);
    }

    @Test
    void whenATokenIsForAnAddress_thenItIsSharedWithNobody() {
        begin(OWN);
        begin(OWN);
        begin(ANY);
        assertThat(thoughtSpot.mints).hasSize(3);
    }

    @Test
    void whenOneOfThoseWhoWaitGivesUp_thenTheOthersGetTheirToken() {
        CompletableFuture<LoginToken> first = issue(ANY);
        CompletableFuture<LoginToken> second = issue(ANY);
        first.cancel(true);
        LoginToken token = thoughtSpot.answer(0);
        assertThat(second).isCompletedWithValue(token);
    }

    @Test
    void whenASharedMintFails_thenAllHearOfItAndTheNextOrderIsANewMint() {
        CompletableFuture<LoginToken> first = issue(ANY);
        CompletableFuture<LoginToken> second = issue(ANY);
        thoughtSpot.mints.get(0).completeExceptionally(new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "test"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        begin(ANY);
        assertThat(thoughtSpot.mints).hasSize(2);
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

    private CompletableFuture<LoginToken> issue(Order order) {
        return issuer.issue(order).toCompletableFuture();
    }

    private void begin(Order order) {
        CompletableFuture<LoginToken> unused = issue(order);
    }

    private void fail(UpstreamFailure.Kind kind) {
        begin(ANY);
        thoughtSpot.mints.get(0).completeExceptionally(new UpstreamFailure(kind, "as the test wants it"));
    }
}
