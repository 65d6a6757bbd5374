package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.oauth.OAuthFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectingTest extends ConnectionsTest {

    private void assertNothingWasRedeemedNorStored() {
        assertThat(provider.redeemed).hasValue(0);
        assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED);
        assertThat(state(ALICE)).isEqualTo(Connection.State.NOT_CONNECTED);
    }

    @Test
    void whenThePersonComesBack_thenThePersonIsConnectedAndGoesOn() {
        Connecting.Outcome outcome = connect(BOB);
        assertThat(outcome).isEqualTo(new Connecting.Outcome(Connecting.Result.CONNECTED, "/app/page"));
        assertThat(state(BOB)).isEqualTo(Connection.State.CONNECTED);
        assertThat(state(ALICE)).isEqualTo(Connection.State.NOT_CONNECTED);
    }

    @Test
    @DisplayName("[D14] the callback is below the configured address, whatever a request or a proxy says of the host")
    void whenTheFlowBegan_thenTheCallbackIsBelowThePublicAddress() {
        assertThat(now(node.connecting().begin(BOB, Nodes.IDP, BROWSER, "/")).toString())
                .endsWith("redirect_uri=https://app.example/ts-token/authorizations/idp/callback");
    }

    @Test
    void whenTheFlowBeganOnAnotherNode_thenItEndsHere() {
        Authorizations other = nodes.start();
        String state = begin(BOB);
        assertThat(now(other.connecting()
                                .complete(
                                        BOB,
                                        Nodes.IDP,
                                        Optional.of(BROWSER),
                                        Map.of("state", List.of(state), "code", List.of("code"))))
                        .result())
                .isEqualTo(Connecting.Result.CONNECTED);
    }

    @Test
    @DisplayName("[D4] [R59] what another person began is not redeemed")
    void whenAnotherPersonComesBack_thenTheFlowEnds() {
        String state = begin(ALICE);
        assertFails(AuthorizationFailure.Kind.FLOW_OWNER_CHANGED, () -> comeBack(BOB, state));
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(ALICE, state));
        assertNothingWasRedeemedNorStored();
    }

    @Test
    @DisplayName("[R58] what another browser began is not redeemed")
    void whenAnotherBrowserComesBack_thenTheFlowEnds() {
        String state = begin(BOB);
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, state, Optional.of("another browser")));
        String next = begin(BOB);
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, next, Optional.empty()));
        assertNothingWasRedeemedNorStored();
    }

    @Test
    @DisplayName("[D7] [R58] a state that is lost, used or old is no fault of ours")
    void whenTheStateIsUnknownUsedOrOld_thenTheFlowIsInvalid() {
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, "lost"));
        assertFails(
                AuthorizationFailure.Kind.FLOW_INVALID,
                () -> node.connecting()
                        .complete(BOB, Nodes.IDP, Optional.of(BROWSER), Map.of("error", List.of("access_denied"))));
        String old = begin(BOB);
        nodes.clock.advance(Duration.ofMinutes(11));
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, old));
        assertNothingWasRedeemedNorStored();
        String used = begin(BOB);
        now(comeBack(BOB, used));
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, used));
        assertThat(provider.redeemed).hasValue(1);
    }

    @Test
    void whenMoreThanFiveFlowsAreOpen_thenTheOldestIsGone() {
        List<String> states = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            states.add(begin(BOB));
        }
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, states.get(0)));
        assertThat(now(comeBack(BOB, states.get(1))).result()).isEqualTo(Connecting.Result.CONNECTED);
    }

    @Test
    void whenThePersonSaysNo_thenThePersonGoesOnUnconnected() {
        String state = begin(BOB);
        provider.failures.add(OAuthFailure.Kind.DENIED);
        assertThat(now(comeBack(BOB, state))).isEqualTo(new Connecting.Outcome(Connecting.Result.DENIED, "/app/page"));
        assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED);
    }

    @Test
    void whenTheProviderFails_thenConnectingHasFailed() {
        String state = begin(BOB);
        provider.failures.add(OAuthFailure.Kind.UNAVAILABLE);
        assertThat(now(comeBack(BOB, state)).result()).isEqualTo(Connecting.Result.FAILED);
    }

    @Test
    void whenWhatTheProviderBringsProvesNothing_thenTheFlowIsInvalid() {
        String state = begin(BOB);
        provider.failures.add(OAuthFailure.Kind.FLOW_INVALID);
        assertFails(AuthorizationFailure.Kind.FLOW_INVALID, () -> comeBack(BOB, state));
        assertThat(state(BOB)).isEqualTo(Connection.State.NOT_CONNECTED);
    }

    @Test
    void whenTheProviderIsDownAtTheBegin_thenThatIsSaid() {
        provider.failures.add(OAuthFailure.Kind.UNAVAILABLE);
        assertFails(
                AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE,
                () -> node.connecting().begin(BOB, Nodes.IDP, BROWSER, "/"));
    }

    @Test
    @DisplayName("[D8] a provider is one that is configured, whatever else has that name")
    void whenNoProviderHasThatName_thenItIsUnknown() {
        for (String name : List.of("register", "get", "close", "class", "IDP", "idp ", "")) {
            assertFails(
                    AuthorizationFailure.Kind.UNKNOWN_PROVIDER,
                    () -> node.connecting().begin(BOB, name, BROWSER, "/"));
        }
    }

    @Test
    @DisplayName("[D9] two first connections at the same moment leave one that works")
    void whenAPersonConnectsTwiceAtOnce_thenOneConnectionIsThere() {
        List<String> states = List.of(begin(BOB), begin(BOB));
        List<CompletionStage<Connecting.Outcome>> both =
                states.stream().map(state -> comeBack(BOB, state)).toList();
        both.forEach(each -> assertThat(now(each).result()).isEqualTo(Connecting.Result.CONNECTED));
        assertThat(token(BOB)).startsWith("access-");
        assertThat(now(node.offboarding().list("bob"))).hasSize(1);
    }
}
