package io.github.tstoken.redirect;

import static io.github.tstoken.redirect.Liveboards.BASE;
import static io.github.tstoken.redirect.Liveboards.LIVEBOARD;
import static io.github.tstoken.redirect.Liveboards.THOUGHTSPOT;
import static io.github.tstoken.redirect.Liveboards.VIZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.thoughtspot.LoginToken;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginRedirectTest {
    private static final LoginToken TOKEN = Liveboards.token("JHNo+aXJv/MQ==", "bob");
    private static final EmbedTarget TARGET = Liveboards.target("viz/" + LIVEBOARD + "/" + VIZ, RuntimeFilters.NONE);
    private static final RuntimeFilters FILTERS = RuntimeFilters.parse(Map.of(
            "col1",
            List.of("Sales Region"),
            "op1",
            List.of("EQ"),
            "val1",
            List.of("N&W"),
            "param1",
            List.of("Year"),
            "paramVal1",
            List.of("2026")));

    @Test
    void whenTheModeIsGet_thenTheAddressIsAsThoughtSpotsDocumentationHasItWithEveryValueEncodedWhole() {
        assertThat(redirect(TARGET).location().reveal())
                .isEqualTo("https://ts.example.com/tspublic/v1/session/auth/token"
                        + "?username=bob&auth_token=JHNo%2BaXJv%2FMQ%3D%3D&redirect_url="
                        + "https%3A%2F%2Fanalytics.example.com%2F"
                        + "%3Fauthtoken%3DJHNo%252BaXJv%252FMQ%253D%253D%26embedApp%3Dtrue%26primaryNavHidden%3Dtrue"
                        + "%23%2Fembed%2Fviz%2F" + LIVEBOARD + "%2F" + VIZ);
    }

    @Test
    void whenTheModeIsPost_thenTheFormHasTheValuesAsTheyAre() {
        LoginRedirect redirect = redirect(TARGET);
        assertThat(redirect.action()).hasToString("https://ts.example.com/tspublic/v1/session/auth/token");
        assertThat(redirect.fields().keySet()).containsExactly("username", "auth_token", "redirect_url");
        assertThat(redirect.fields().values())
                .extracting(Secret::reveal)
                .containsExactly(
                        "bob",
                        "JHNo+aXJv/MQ==",
                        "https://analytics.example.com/?authtoken=JHNo%2BaXJv%2FMQ%3D%3D&embedApp=true"
                                + "&primaryNavHidden=true#/embed/viz/" + LIVEBOARD + "/" + VIZ);
    }

    @Test
    void whenThereAreFilters_thenTheyAreInTheQueryBeforeTheFragment() {
        assertThat(redirect(TARGET.with(FILTERS)).redirectUrl().reveal())
                .endsWith("&primaryNavHidden=true&col1=Sales%20Region&op1=EQ&val1=N%26W&param1=Year&paramVal1=2026"
                        + "#/embed/viz/" + LIVEBOARD + "/" + VIZ);
    }

    @Test
    void whenTheTokenIsNotToBeRepeated_thenTheInnerAddressHasNone() {
        LoginRedirect redirect =
                LoginRedirect.of(Liveboards.config(BASE, false), THOUGHTSPOT, TOKEN, Liveboards.target("app", FILTERS));
        assertThat(redirect.redirectUrl().reveal())
                .startsWith("https://analytics.example.com/?embedApp=true&primaryNavHidden=true&col1=")
                .doesNotContain("authtoken", "JHNo");
    }

    @Test
    void whenTheBaseHasAPath_thenTheQueryFollowsThatPath() {
        URI base = URI.create("https://app.example.com/analytics");
        LoginRedirect redirect = LoginRedirect.of(
                Liveboards.config(base, true), THOUGHTSPOT, TOKEN, Liveboards.target("app", RuntimeFilters.NONE));
        assertThat(redirect.redirectUrl().reveal())
                .startsWith("https://app.example.com/analytics/?authtoken=")
                .endsWith("#/home");
    }

    @Test
    @DisplayName("[R64] the text form of a redirect has no token")
    void whenARedirectIsPrinted_thenThereIsNoToken() {
        LoginRedirect redirect = redirect(TARGET);
        assertThat(redirect.toString() + redirect.fields() + redirect.location())
                .doesNotContain("JHNo");
    }

    @Test
    @DisplayName("[R21] both addresses parse back to exactly what went in")
    void whateverTheTexts_thenBothAddressesParseBackToThem() {
        RandomTexts texts = new RandomTexts(new Random(20261122));
        for (int run = 0; run < 5_000; run++) {
            String username = texts.next();
            String token = texts.next();
            String column = texts.next();
            String first = texts.next();
            String second = texts.next();
            RuntimeFilters filters = RuntimeFilters.parse(Map.of(
                    "col1",
                    List.of(column),
                    "op1",
                    List.of("IN"),
                    "val1",
                    List.of(first, second),
                    "param1",
                    List.of(second),
                    "paramVal1",
                    List.of(first)));
            LoginRedirect redirect = LoginRedirect.of(
                    Liveboards.config(BASE, true),
                    THOUGHTSPOT,
                    Liveboards.token(token, username),
                    TARGET.with(filters));

            ReadUrl login = ReadUrl.of(redirect.location().reveal());
            assertThat(login.address()).isEqualTo("https://ts.example.com/tspublic/v1/session/auth/token");
            assertThat(login.fields()).hasSize(3).startsWith("username=" + username, "auth_token=" + token);
            assertThat(login.fragment()).isEmpty();

            ReadUrl landing = ReadUrl.of(login.field("redirect_url"));
            assertThat(landing.address()).isEqualTo("https://analytics.example.com/");
            assertThat(landing.fields())
                    .containsExactly(
                            "authtoken=" + token,
                            "embedApp=true",
                            "primaryNavHidden=true",
                            "col1=" + column,
                            "op1=IN",
                            "val1=" + first,
                            "val1=" + second,
                            "param1=" + second,
                            "paramVal1=" + first);
            assertThat(landing.fragment()).contains("/embed/viz/" + LIVEBOARD + "/" + VIZ);
        }
    }

    private static LoginRedirect redirect(EmbedTarget target) {
        return LoginRedirect.of(Liveboards.config(BASE, true), THOUGHTSPOT, TOKEN, target);
    }
}
