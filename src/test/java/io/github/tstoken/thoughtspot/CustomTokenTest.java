package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Custom tokens at the stand-in: what is sent, and what becomes of it there. */
class CustomTokenTest {
    private static final Map<String, List<String>> WEST = Map.of("region", List.of("West"));

    private final StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start();
    private final ThoughtSpotConfig config =
            Clients.config(thoughtSpot.url(), Api.V2, thoughtSpot.settings().secretKey(), Duration.ofSeconds(10));
    private final BoundedHttp http = BoundedHttp.open(HttpSettings.of(config));
    private final ThoughtSpotClient client = ThoughtSpotClients.of(config, http, Clock.systemUTC(), () -> {});

    CustomTokenTest() {
        thoughtSpot.settings().orgSecretKeys().put(Clients.SALES, Clients.SALES_KEY);
    }

    @AfterEach
    void stop() {
        http.close();
        thoughtSpot.close();
    }

    @Test
    void whenACustomTokenIsAsked_thenTheBodyIsExactlyThis() {
        LoginToken token = resultOf(Clients.mint(
                client,
                Clients.custom(
                        "alice",
                        0,
                        PersistOption.REPLACE,
                        Map.of("tenant", List.of("7"), "region", List.of("West", "East")))));

        assertThat(asked().body())
                .isEqualTo("{\"username\":\"alice\",\"secret_key\":\"***\",\"validity_time_in_sec\":300,"
                        + "\"auto_create\":false,\"org_identifier\":\"0\",\"persist_option\":\"REPLACE\","
                        + "\"variable_values\":[{\"name\":\"region\",\"values\":[\"East\",\"West\"]},"
                        + "{\"name\":\"tenant\",\"values\":[\"7\"]}]}");
        assertThat(asked().notes()).isEmpty();
        assertThat(token.username()).isEqualTo("alice");
        assertThat(token.org()).hasValue(0);
    }

    @Test
    void whenNoOrgIsAsked_thenNoneIsSent() {
        resultOf(Clients.mint(
                client,
                new TokenRequest(
                        "alice",
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of(new VariableValues(PersistOption.APPEND, WEST)),
                        Optional.empty(),
                        Duration.ofMinutes(5))));

        assertThat(asked().body()).doesNotContain("org").contains("\"persist_option\":\"APPEND\"");
    }

    @Test
    void whenValuesReplace_thenTheUserHasTheNewestOnly() {
        resultOf(Clients.mint(
                client, Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("tenant", List.of("7")))));
        resultOf(Clients.mint(client, Clients.custom("alice", 0, PersistOption.REPLACE, WEST)));

        assertThat(thoughtSpot.variables().of("alice")).isEqualTo(WEST);
    }

    @Test
    void whenValuesAreAppended_thenTheUserHasThemAll() {
        resultOf(Clients.mint(client, Clients.custom("alice", 0, PersistOption.APPEND, WEST)));
        resultOf(Clients.mint(
                client, Clients.custom("alice", 0, PersistOption.APPEND, Map.of("region", List.of("East")))));

        assertThat(thoughtSpot.variables().of("alice")).isEqualTo(Map.of("region", List.of("West", "East")));
    }

    @Test
    @DisplayName("[R5] a hostile value is one value with exactly that text")
    void whenAValueIsHostile_thenItArrivesAsOneValueWithExactlyThatText() {
        for (String value : Corpus.read("names-hostile.txt").lines().toList()) {
            resultOf(Clients.mint(
                    client, Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("region", List.of(value, "\n")))));

            assertThat(thoughtSpot.variables().of("alice").get("region")).containsExactlyInAnyOrder(value, "\n");
        }
    }

    @Test
    void whenThoughtSpotHasNoSuchVariable_thenTheServiceIsRefusedAndNoUserIsMade() {
        assertThat(failureOf(Clients.mint(
                                client,
                                Clients.custom("nobody", 0, PersistOption.REPLACE, Map.of("regoin", List.of("West")))))
                        .kind())
                .isEqualTo(Kind.REJECTED_SERVICE);
        assertThat(thoughtSpot.users().find("nobody")).isEmpty();
    }

    @Test
    @DisplayName("[R16] no user is made by ThoughtSpot's own default, which is another one for custom tokens")
    void whenTheUserIsUnknown_thenThePersonIsRefusedAndNoAccountIsMade() {
        assertThat(failureOf(Clients.mint(client, Clients.custom("nobody", 0, PersistOption.REPLACE, WEST)))
                        .kind())
                .isEqualTo(Kind.REJECTED_USER);
        assertThat(thoughtSpot.users().find("nobody")).isEmpty();
    }

    @Test
    void whenTheOrgHasAKey_thenThatKeyIsSent() {
        resultOf(Clients.mint(client, Clients.custom("alice", Clients.SALES, PersistOption.REPLACE, WEST)));

        assertThat(asked().body()).contains("\"secret_key\":\"*** of Org 1\"", "\"org_identifier\":\"1\"");
    }

    @Test
    void whenATokenWouldBeOfOneObjectAndSetVariables_thenThereIsNoSuchRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenRequest(
                        "alice",
                        OptionalInt.empty(),
                        Optional.of(Clients.LIVEBOARD),
                        Optional.of(new VariableValues(PersistOption.REPLACE, WEST)),
                        Optional.empty(),
                        Duration.ofMinutes(5)));
    }

    @Test
    void whenOnlyTheOrderOfValuesDiffers_thenTheRequestIsTheSame() {
        assertThat(Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("region", List.of("a", "b", "a"))))
                .isEqualTo(Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("region", List.of("b", "a"))))
                .isNotEqualTo(Clients.custom("alice", 0, PersistOption.APPEND, Map.of("region", List.of("a", "b"))))
                .isNotEqualTo(Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("region", List.of("a"))));
    }

    private JournalEntry asked() {
        return thoughtSpot.journal().to(Paths.V2_CUSTOM).get(0);
    }
}
