package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorizationStoreTest extends StoreTest {

    @Test
    void whenNobodyConnected_thenThereIsNone() {
        TokenStore node = node();
        assertThat(node.authorizations().find(BOB, IDP)).isEmpty();
        assertThat(node.authorizations().list(BOB)).isEmpty();
    }

    @Test
    void whenAPersonConnects_thenEveryNodeFindsTheAuthorization() {
        node().authorizations().connect(BOB, IDP, tokens("1"));
        Authorization found = found(node(), BOB);
        assertThat(found.user()).isEqualTo(BOB);
        assertThat(found.provider()).isEqualTo(IDP);
        assertThat(found.state()).isEqualTo(Authorization.State.CONNECTED);
        assertThat(found.accessToken().map(Secret::reveal)).contains("access-1");
        assertThat(found.scopes()).isEqualTo(Set.of("openid", "email"));
        assertThat(found.connectedAt()).isEqualTo(NOW);
        assertThat(found.expiresAt()).isEqualTo(EXPIRY);
        assertThat(found.lastRefreshAt()).isEmpty();
        assertThat(found.refreshable()).isTrue();
    }

    @Test
    void whenTheProviderGrantsNoRefreshTokenAndNoScope_thenThatIsWhatIsFound() {
        GrantedTokens tokens = new GrantedTokens(Secret.of("a"), Optional.empty(), Optional.empty(), Set.of(), EXPIRY);
        Authorization found = connected(node(), BOB, tokens);
        assertThat(found.refreshable()).isFalse();
        assertThat(found.scopes()).isEmpty();
    }

    @Test
    void whenAPersonConnectsAgain_thenThereIsStillOneAuthorization() {
        TokenStore node = node();
        Authorization first = connected(node, BOB, tokens("1"));
        Authorization second = connected(node, BOB, accessTokenAlone("2"));
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.refreshable()).isFalse();
        assertThat(accessToken(node, BOB)).contains("access-2");
        assertThat(node.authorizations().list(BOB)).hasSize(1);
    }

    @Test
    void whenAPersonIsConnectedToSome_thenTheListHasThoseOfThatPersonInOrder() {
        AuthorizationStore store = node().authorizations();
        store.connect(BOB, new ProviderId("z"), tokens("1"));
        store.connect(BOB, new ProviderId("a"), tokens("2"));
        store.connect(UserKey.of("principal", "eve"), new ProviderId("m"), tokens("3"));
        assertThat(store.list(BOB))
                .extracting(Authorization::provider)
                .containsExactly(new ProviderId("a"), new ProviderId("z"));
    }

    @Test
    @DisplayName("[R46] names that a database may take for equal are different people")
    void whenNamesDifferALittle_thenTheyAreDifferentPeople() {
        TokenStore node = node();
        List<UserKey> people = List.of(
                BOB,
                UserKey.of("principal", "BOB"),
                UserKey.of("principal", "bob "),
                UserKey.of("principal", "b\u00f6b"),
                UserKey.of("principal", "bo\u0308b"),
                UserKey.of("oidc", "bob"),
                UserKey.of("principalb", "ob"));
        people.forEach(person -> node.authorizations().connect(person, IDP, tokens(person.hex())));
        assertThat(people)
                .allSatisfy(person -> assertThat(accessToken(node, person)).contains("access-" + person.hex()));
    }

    @Test
    void whenAPersonConnectsManyTimesAtTheSameMoment_thenOneAuthorizationIsLeft() throws Exception {
        List<TokenStore> nodes = List.of(node(), node());
        AtOnce.run(8, number -> () -> {
            nodes.get(number % 2).authorizations().connect(BOB, IDP, tokens("" + number));
            return number;
        });
        assertThat(nodes.get(0).authorizations().list(BOB)).hasSize(1);
        assertThat(found(nodes.get(1), BOB).state()).isEqualTo(Authorization.State.CONNECTED);
        assertThat(found(nodes.get(1), BOB).version()).isEqualTo(8);
    }

    @Test
    @DisplayName("[R49] nodes in different time zones read the same instants, in the night of the clock change too")
    void whenNodesAreInDifferentTimeZones_thenInstantsAndLeasesAreTheSame() {
        Instant repeatedHour = Instant.parse("2026-11-01T05:30:00Z");
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            TokenStore newYork = node();
            newYork.authorizations()
                    .connect(
                            BOB,
                            IDP,
                            new GrantedTokens(
                                    Secret.of("a"),
                                    Optional.of(Secret.of("r")),
                                    Optional.empty(),
                                    Set.of(),
                                    repeatedHour));
            assertThat(newYork.authorizations().leaseForRefresh(found(newYork, BOB), LONG))
                    .isPresent();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            TokenStore kiritimati = node();
            assertThat(found(kiritimati, BOB).expiresAt()).isEqualTo(repeatedHour);
            assertThat(kiritimati.authorizations().leaseForRefresh(found(kiritimati, BOB), LONG))
                    .isEmpty();
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void whenTheStoreIsClosedAndOpenedAgain_thenAllIsThere() {
        TokenStore first = node();
        first.authorizations().connect(BOB, IDP, tokens("1"));
        first.close();
        assertThat(accessToken(node(), BOB)).contains("access-1");
    }

    @Test
    void whenGrantsAreDead_thenTheSweepDeletesThemAndNoOthers() {
        TokenStore node = node();
        UserKey ended = UserKey.of("principal", "ended");
        UserKey expired = UserKey.of("principal", "expired");
        connected(node, BOB, tokens("1"));
        connected(node, expired, accessTokenAlone("2"));
        Authorization refused = connected(node, ended, tokens("3"));
        node.authorizations()
                .grantEnded(node.authorizations().leaseForRefresh(refused, LONG).orElseThrow());
        assertThat(node.sweep(NOW)).isZero();
        assertThat(node.sweep(EXPIRY.plusMillis(1))).isEqualTo(2);
        assertThat(node.authorizations().find(BOB, IDP)).isPresent();
        assertThat(node.authorizations().find(ended, IDP)).isEmpty();
        assertThat(node.authorizations().find(expired, IDP)).isEmpty();
    }
}
