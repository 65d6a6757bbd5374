package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every client must do, whichever REST API it speaks. */
abstract class ThoughtSpotClientContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    final StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start();
    private final ThoughtSpotConfig config =
            Clients.config(thoughtSpot.url(), api(), thoughtSpot.settings().secretKey(), TIMEOUT);
    private final BoundedHttp http = BoundedHttp.open(HttpSettings.of(config));
    final ThoughtSpotClient client = ThoughtSpotClients.of(config, http, Clock.systemUTC(), () -> {});

    ThoughtSpotClientContract() {
        thoughtSpot.settings().orgSecretKeys().put(Clients.SALES, Clients.SALES_KEY);
    }

    abstract Api api();

    /** The path that mints a token. */
    abstract String path(boolean forObject);

    /** The fields of a request, decoded. */
    abstract Map<String, String> fields(JournalEntry entry);

    /** The name of the field that says for which Org the token is. */
    abstract String orgField();

    @AfterEach
    void stop() {
        http.close();
        thoughtSpot.close();
    }

    static List<String> hostileNames() {
        return Corpus.read("names-hostile.txt").lines().toList();
    }

    @Test
    void whenTheUserIsKnown_thenTheTokenIsForThatUser() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice")));

        Token minted = thoughtSpot.tokens().find(token.value().reveal()).orElseThrow();
        assertThat(minted.username()).isEqualTo("alice");
        assertThat(minted.object()).isEmpty();
        assertThat(token.username()).isEqualTo("alice");
    }

    @Test
    void whenAnOrgIsAsked_thenTheTokenIsForThatOrg() {
        LoginToken token = resultOf(Clients.mint(client, Clients.full("alice", 1)));

        assertThat(token.org()).hasValue(1);
        assertThat(thoughtSpot
                        .tokens()
                        .find(token.value().reveal())
                        .orElseThrow()
                        .org())
                .isEqualTo(1);
        assertThat(fields(asked(false))).containsEntry(orgField(), "1");
    }

    @Test
    void whenNoOrgIsAsked_thenNoneIsSent() {
        resultOf(Clients.mint(client, Clients.full("alice")));

        assertThat(fields(asked(false))).doesNotContainKey(orgField());
    }

    @Test
    void whenTheOrgHasAKey_thenThatKeyIsSentAndTheClustersIsNot() {
        resultOf(Clients.mint(client, Clients.full("alice", Clients.SALES)));
        resultOf(Clients.mint(client, Clients.full("alice", 0)));

        assertThat(thoughtSpot.journal().to(path(false)))
                .extracting(entry -> fields(entry).get("secret_key"))
                .containsExactly("*** of Org 1", "***");
    }

    @Test
    void whenTheKeyOfTheOrgIsWrong_thenTheServiceIsRefused() {
        thoughtSpot.settings().orgSecretKeys().put(Clients.SALES, "another");

        assertThat(failureOf(Clients.mint(client, Clients.full("alice", Clients.SALES)))
                        .kind())
                .isEqualTo(Kind.REJECTED_SERVICE);
    }

    @Test
    void whenATokenOfOneLiveboardIsAsked_thenItIsNoMoreThanThat() {
        LoginToken token = resultOf(Clients.mint(client, Clients.ofLiveboard("alice")));

        assertThat(thoughtSpot
                        .tokens()
                        .find(token.value().reveal())
                        .orElseThrow()
                        .object())
                .contains(Clients.LIVEBOARD.value());
    }

    @Test
    void whenThoughtSpotIsAsked_thenItGetsTheHeadersThatItWants() {
        resultOf(Clients.mint(client, Clients.full("alice")));

        JournalEntry asked = asked(false);
        assertThat(asked.header("x-requested-by")).contains("ThoughtSpot");
        assertThat(asked.header("user-agent")).contains("ts-token");
        assertThat(asked.header("cookie")).isEmpty();
        assertThat(asked.header("authorization")).isEmpty();
        assertThat(asked.query()).isEmpty();
        assertThat(asked.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    @DisplayName("[R5] a hostile name is one field with exactly that text")
    void whenTheNameIsHostile_thenItArrivesAsOneFieldWithExactlyThatText(String name) {
        thoughtSpot.users().add(name);

        LoginToken token = resultOf(Clients.mint(client, Clients.full(name)));

        assertThat(thoughtSpot
                        .tokens()
                        .find(token.value().reveal())
                        .orElseThrow()
                        .username())
                .isEqualTo(name);
        assertThat(fields(asked(false))).containsEntry("username", name).hasSize(fieldsOfAFullRequest());
    }

    /** How many fields a request without an Org and an object has. */
    abstract int fieldsOfAFullRequest();

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "\r\nX-Injected: 1", "\u0000"})
    @DisplayName("[R5] control characters stay inside the field")
    void whenTheNameHasControlCharacters_thenTheyStayInsideTheField(String name) {
        thoughtSpot.users().add(name);

        resultOf(Clients.mint(client, Clients.full(name)));

        assertThat(fields(asked(false))).containsEntry("username", name).hasSize(fieldsOfAFullRequest());
        assertThat(asked(false).header("x-injected")).isEmpty();
    }

    @Test
    void whenTheNameCannotBeWritten_thenThoughtSpotIsNotAsked() {
        assertThat(kindFor("alice\ud800")).isEqualTo(Kind.REJECTED_USER);

        assertThat(thoughtSpot.journal().entries()).isEmpty();
    }

    @Test
    void whenTheUserIsUnknown_thenThePersonIsRefusedAndNoAccountIsMade() {
        assertThat(kindFor("nobody")).isEqualTo(Kind.REJECTED_USER);

        assertThat(thoughtSpot.users().find("nobody")).isEmpty();
    }

    @Test
    void whenTheKeyIsWrong_thenTheServiceIsRefused() {
        thoughtSpot.settings().secretKey("another");

        assertThat(kindFor("alice")).isEqualTo(Kind.REJECTED_SERVICE);
    }

    @Test
    void whenTrustedAuthenticationIsOff_thenTheServiceIsRefused() {
        thoughtSpot.settings().trustedAuthentication(false);

        assertThat(kindFor("alice")).isEqualTo(Kind.REJECTED_SERVICE);
    }

    @Test
    @DisplayName("[R42] a mint is never repeated")
    void whenTheMintFails_thenItIsNotRepeated() {
        for (Fault fault :
                List.of(Fault.close(), Fault.status(500), Fault.status(502), Fault.status(503), Fault.truncate(5))) {
            thoughtSpot.faults().next(path(false), fault, 1);
            UpstreamFailure unused = failureOf(Clients.mint(client, Clients.full("alice")));
        }

        assertThat(thoughtSpot.journal().to(path(false))).hasSize(5);
    }

    @Test
    void whenThrottled_thenTheTimeToWaitIsKnown() {
        thoughtSpot.faults().next(path(false), Fault.answer(429, Map.of("Retry-After", "315360000"), ""), 1);

        UpstreamFailure failure = failureOf(Clients.mint(client, Clients.full("alice")));

        assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Optional.of(Duration.ofMinutes(2)));
    }

    JournalEntry asked(boolean forObject) {
        return thoughtSpot.journal().to(path(forObject)).get(0);
    }

    Kind kindFor(String username) {
        return failureOf(Clients.mint(client, Clients.full(username))).kind();
    }
}
