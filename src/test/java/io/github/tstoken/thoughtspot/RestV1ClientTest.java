package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.standin.JournalEntry;
import io.github.tstoken.standin.Paths;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RestV1ClientTest extends ThoughtSpotClientContract {
    @Override
    Api api() {
        return Api.V1;
    }

    @Override
    String path(boolean forObject) {
        return Paths.V1_TOKEN;
    }

    @Override
    String orgField() {
        return "orgid";
    }

    @Override
    int fieldsOfAFullRequest() {
        return 4;
    }

    @Override
    Map<String, String> fields(JournalEntry entry) {
        return Arrays.stream(entry.body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Test
    void whenAFullTokenIsAsked_thenTheFormIsExactlyThis() {
        resultOf(Clients.mint(client, Clients.full("alice", 1)));

        assertThat(asked(false).header("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(asked(false).header("accept")).contains("text/plain");
        assertThat(asked(false).body())
                .isEqualTo("secret_key=*** of Org 1&username=alice&access_level=FULL&orgid=1&autocreate=false");
    }

    @Test
    void whenATokenOfOneLiveboardIsAsked_thenTheFormIsExactlyThis() {
        resultOf(Clients.mint(client, Clients.ofLiveboard("alice")));

        assertThat(asked(true).body())
                .isEqualTo("secret_key=***&username=alice&access_level=REPORT_BOOK_VIEW&id=" + Clients.LIVEBOARD
                        + "&autocreate=false");
    }

    @Test
    void whenACustomTokenIsAsked_thenNothingIsSent() {
        TokenRequest custom = Clients.custom("alice", 0, PersistOption.REPLACE, Map.of("region", List.of("West")));
        assertThatIllegalArgumentException().isThrownBy(() -> {
            CompletionStage<LoginToken> unused = Clients.mint(client, custom);
        });
        assertThat(thoughtSpot.journal().entries()).isEmpty();
    }

    @Test
    void whenThereIsAToken_thenItsEndIsNotKnown() {
        assertThat(resultOf(Clients.mint(client, Clients.full("alice"))).expiresAt())
                .isEmpty();
    }
}
