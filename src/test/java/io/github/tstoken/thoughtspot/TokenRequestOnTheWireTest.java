package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import io.github.tstoken.standin.User;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of API, kind, Org, provisioning and groups: the bytes that are sent, and what becomes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenRequestOnTheWireTest {
    private static final Set<String> GROUPS = Set.of("Sales Team", "\"quoted\" & \u00fcber");
    private static final VariableValues VARIABLES =
            new VariableValues(PersistOption.REPLACE, Map.of("region", List.of("West", "East")));

    private StandInThoughtSpot thoughtSpot;

    /** One combination; {@code groups} is empty where nothing is said of them. */
    record Combination(Api api, String kind, OptionalInt org, boolean jit, Optional<Set<String>> groups) {
        TokenRequest request() {
            return new TokenRequest(
                    username(),
                    org,
                    kind.equals("object") ? Optional.of(Clients.LIVEBOARD) : Optional.empty(),
                    kind.equals("custom") ? Optional.of(VARIABLES) : Optional.empty(),
                    jit ? Optional.of(new Provisioning("Erin & Co", "e+1@example.com", groups)) : Optional.empty(),
                    Duration.ofMinutes(5));
        }

        String username() {
            return jit ? "erin" : "alice";
        }

        String path() {
            return api == Api.V1 ? "/callosum/v1/tspublic/v1/session/auth/token" : "/api/rest/2.0/auth/token/" + kind;
        }

        String body() {
            return api == Api.V1 ? form() : kind.equals("custom") ? custom() : usual();
        }

        private String form() {
            return "secret_key=" + key() + "&username=" + username() + "&access_level="
                    + (kind.equals("object") ? "REPORT_BOOK_VIEW&id=" + Clients.LIVEBOARD : "FULL")
                    + said(org.isPresent(), "&orgid=" + org.orElse(0))
                    + "&autocreate=" + jit
                    + said(jit, "&display_name=Erin+%26+Co&email=e%2B1%40example.com")
                    + groups(
                            "&groups=%5B%5D",
                            "&groups=%5B%22%5C%22quoted%5C%22+%26+%C3%BCber%22%2C%22Sales+Team%22%5D");
        }

        private String usual() {
            return "{" + common()
                    + said(org.isPresent(), ",\"org_id\":" + org.orElse(0))
                    + said(kind.equals("object"), ",\"object_id\":\"" + Clients.LIVEBOARD + "\"")
                    + groups(
                            ",\"group_identifiers\":[]",
                            ",\"group_identifiers\":[\"\\\"quoted\\\" & \u00fcber\",\"Sales Team\"]")
                    + "}";
        }

        private String custom() {
            return "{" + common()
                    + said(org.isPresent(), ",\"org_identifier\":\"" + org.orElse(0) + "\"")
                    + ",\"persist_option\":\"REPLACE\""
                    + ",\"variable_values\":[{\"name\":\"region\",\"values\":[\"East\",\"West\"]}]"
                    + groups(
                            ",\"groups\":[]",
                            ",\"groups\":[{\"identifier\":\"\\\"quoted\\\" & \u00fcber\"},"
                                    + "{\"identifier\":\"Sales Team\"}]")
                    + "}";
        }

        private String common() {
            return "\"username\":\"" + username() + "\",\"secret_key\":\"" + key()
                    + "\",\"validity_time_in_sec\":300,\"auto_create\":" + jit
                    + said(jit, ",\"display_name\":\"Erin & Co\",\"email\":\"e+1@example.com\"");
        }

        private String groups(String none, String both) {
            return groups.map(names -> names.isEmpty() ? none : both).orElse("");
        }

        private String key() {
            return org.equals(OptionalInt.of(Clients.SALES)) ? "*** of Org 1" : "***";
        }

        private static String said(boolean isSaid, String text) {
            return isSaid ? text : "";
        }
    }

    @BeforeAll
    void start() {
        thoughtSpot = StandInThoughtSpot.start();
        thoughtSpot.settings().orgSecretKeys().put(Clients.SALES, Clients.SALES_KEY);
    }

    @AfterAll
    void stop() {
        thoughtSpot.close();
    }

    @BeforeEach
    void forget() {
        thoughtSpot.journal().clear();
    }

    static Stream<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        for (Api api : Api.values()) {
            for (String kind : api == Api.V2 ? List.of("full", "object", "custom") : List.of("full", "object")) {
                for (OptionalInt org : List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1))) {
                    all.add(new Combination(api, kind, org, false, Optional.empty()));
                    all.add(new Combination(api, kind, org, true, Optional.empty()));
                    all.add(new Combination(api, kind, org, true, Optional.of(Set.of())));
                    all.add(new Combination(api, kind, org, true, Optional.of(GROUPS)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    @DisplayName("[R16] what is sent is exactly what was decided, by the names and types of the operation")
    void whateverIsDecided_thenExactlyThatIsSent(Combination combination) {
        existing(combination.username());

        Token token = mint(combination);

        List<JournalEntry> asked = thoughtSpot.journal().entries();
        assertThat(asked).singleElement().satisfies(entry -> {
            assertThat(entry.path()).isEqualTo(combination.path());
            assertThat(entry.body()).isEqualTo(combination.body());
            assertThat(entry.notes()).isEmpty();
        });
        assertThat(token.username()).isEqualTo(combination.username());
        assertThat(token.org()).isEqualTo(combination.org().orElse(0));
        assertThat(token.object().isPresent()).isEqualTo(combination.kind().equals("object"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void whateverIsDecided_thenThoughtSpotsUserIsWhatItsDocumentationSays(Combination combination) {
        User before = existing(combination.username());

        Token unused = mint(combination);

        User user = thoughtSpot.users().find(combination.username()).orElseThrow();
        boolean changes = combination.jit() && !combination.kind().equals("custom");
        assertThat(user.displayName()).isEqualTo(changes ? "Erin & Co" : before.displayName());
        assertThat(user.email()).isEqualTo(changes ? "e+1@example.com" : before.email());
        assertThat(user.groups()).isEqualTo(changes ? groupsAfter(combination) : Set.of("Old"));
    }

    /** REST v1 adds to the groups, REST v2 replaces them. */
    private static Set<String> groupsAfter(Combination combination) {
        Set<String> said = combination.groups().orElse(Set.of("Old"));
        if (combination.api() == Api.V2) {
            return said;
        }
        return said.equals(GROUPS) ? Set.of("Old", "Sales Team", "\"quoted\" & \u00fcber") : Set.of("Old");
    }

    /** A user that there is, with a group of before. */
    private User existing(String username) {
        User user = new User(
                "id-" + username, username, "Before", "before@example.com", Set.of(0, 1), Set.of("Old"), false);
        return thoughtSpot.users().put(user);
    }

    private Token mint(Combination combination) {
        ThoughtSpotConfig config = Clients.config(
                thoughtSpot.url(), combination.api(), thoughtSpot.settings().secretKey(), Duration.ofSeconds(10));
        try (BoundedHttp http = BoundedHttp.open(HttpSettings.of(config))) {
            ThoughtSpotClient client = ThoughtSpotClients.of(config, http, Clock.systemUTC(), () -> {});
            LoginToken token = resultOf(Clients.mint(client, combination.request()));
            return thoughtSpot.tokens().find(token.value().reveal()).orElseThrow();
        }
    }
}
