package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of flows does. */
abstract class FlowStoreContract {
    static final Instant NOW = StoreTest.NOW;
    static final Duration LIFE = Duration.ofMinutes(10);

    /** A store without flows, by whose clock it is {@link #NOW}. */
    abstract FlowStore flows();

    /** The same flows as another thread, or another node, sees them, at another time. */
    abstract FlowStore later(FlowStore flows, Duration time);

    static PendingFlow signIn(String state, String browser) {
        return new PendingFlow(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                browser,
                Secret.of(state),
                Secret.of("nonce-" + state),
                Secret.of("verifier-" + state),
                "/ts-token/embed/app?col1=\u00e9",
                NOW.plus(LIFE));
    }

    static PendingFlow connect(String state, String signIn) {
        return new PendingFlow(
                Optional.of(StoreTest.IDP),
                Optional.of(StoreTest.BOB),
                Optional.of(signIn),
                "browser",
                Secret.of(state),
                Secret.of("nonce-" + state),
                Secret.of("verifier-" + state),
                "/app",
                NOW.plus(LIFE));
    }

    private static Optional<PendingFlow> take(FlowStore flows, String state) {
        return flows.take(Secret.of(state));
    }

    private static void assertTaken(PendingFlow flow, Optional<PendingFlow> taken) {
        assertThat(taken).hasValueSatisfying(found -> {
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("state", "nonce", "codeVerifier")
                    .isEqualTo(flow);
            assertThat(found.state().reveal()).isEqualTo(flow.state().reveal());
            assertThat(found.nonce().reveal()).isEqualTo(flow.nonce().reveal());
            assertThat(found.codeVerifier().reveal())
                    .isEqualTo(flow.codeVerifier().reveal());
        });
    }

    @Test
    void whenABrowserComesBackFromSigningIn_thenItsFlowIsThere() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        assertTaken(signIn("a", "browser"), take(flows, "a"));
    }

    @Test
    void whenAPersonComesBackFromConnecting_thenTheFlowIsThereWithTheirName() {
        FlowStore flows = flows();
        flows.begin(connect("a", "sign-in"));
        assertTaken(connect("a", "sign-in"), take(flows, "a"));
    }

    @Test
    @DisplayName("[R58] a state that nobody began with is no flow")
    void whenTheStateIsUnknown_thenThereIsNone() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        assertThat(take(flows, "b")).isEmpty();
    }

    @Test
    @DisplayName("[R58] a state is good once")
    void whenTheStateComesAgain_thenThereIsNone() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        assertThat(take(flows, "a")).isPresent();
        assertThat(take(later(flows, Duration.ZERO), "a")).isEmpty();
    }

    @Test
    @DisplayName("[R58] a state is good for ten minutes")
    void whenTheFlowHasEnded_thenThereIsNone() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        flows.begin(signIn("b", "browser"));
        assertThat(take(later(flows, LIFE.minusMillis(1)), "a")).isPresent();
        assertThat(take(later(flows, LIFE), "b")).isEmpty();
    }

    @Test
    @DisplayName("[R58] of many who come back with one state, one has the flow")
    void whenManyComeBackAtOnce_thenOneHasTheFlow() throws Exception {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        List<Optional<PendingFlow>> taken = AtOnce.run(8, number -> {
            FlowStore node = later(flows, Duration.ZERO);
            return () -> take(node, "a");
        });
        assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    @DisplayName("[R60] a browser has five flows open, and the oldest gives way")
    void whenABrowserBeginsASixthTime_thenTheOldestGivesWay() {
        FlowStore flows = flows();
        for (String state : List.of("1", "2", "3", "4", "5", "6")) {
            flows.begin(signIn(state, "browser"));
        }
        flows.begin(signIn("other", "other"));
        assertThat(take(flows, "1")).isEmpty();
        for (String state : List.of("2", "3", "4", "5", "6", "other")) {
            assertThat(take(flows, state)).isPresent();
        }
    }

    @Test
    @DisplayName("[R60] a sign-in has five flows open, whatever its browser does")
    void whenASignInBeginsASixthTime_thenTheOldestGivesWay() {
        FlowStore flows = flows();
        flows.begin(signIn("before", "browser"));
        for (String state : List.of("1", "2", "3", "4", "5", "6")) {
            flows.begin(connect(state, "sign-in"));
        }
        assertThat(take(flows, "1")).isEmpty();
        assertThat(take(flows, "2")).isPresent();
        assertThat(take(flows, "before")).isPresent();
    }

    @Test
    void whenAFlowIsTaken_thenItsPlaceIsFree() {
        FlowStore flows = flows();
        for (int number = 0; number < 20; number++) {
            flows.begin(signIn("kept" + number, "browser" + number));
            flows.begin(signIn("taken" + number, "browser" + number));
            assertThat(take(flows, "taken" + number)).isPresent();
        }
        assertThat(take(flows, "kept0")).isPresent();
    }
}
