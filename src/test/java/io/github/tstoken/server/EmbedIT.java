package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /embed}, the redirect into ThoughtSpot, on a real server. */
@ArquillianTest
@RunAsClient
class EmbedIT extends ServerTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/embed/viz/" + LIVEBOARD + ",/embed/viz/" + LIVEBOARD,
        "/embed/viz/" + LIVEBOARD + "/" + LIVEBOARD + ",/embed/viz/" + LIVEBOARD + "/" + LIVEBOARD,
        "/embed/viz/" + LIVEBOARD + "/tab/" + LIVEBOARD + ",/embed/viz/" + LIVEBOARD + "/tab/" + LIVEBOARD,
        "/embed/app,/home",
        "/embed/app/pinboards,/pinboards",
        "/embed/app/pinboard/" + LIVEBOARD + ",/pinboard/" + LIVEBOARD,
        "/embed/sales,/embed/viz/" + LIVEBOARD
    })
    @DisplayName("[R21][R22] the browser is sent to ThoughtSpot's login, and from there into the content")
    void whenSomebodyIsSignedIn_thenTheRedirectLeadsIntoTheContent(String path, String fragment) {
        HttpResponse<String> answer = alice().get("/ts-token" + path, "Accept", HTML);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        URI location = location(answer);
        assertThat(location.toString()).startsWith(thoughtSpot.url() + "/tspublic/v1/session/auth/token?");
        Map<String, String> login = query(location.getRawQuery());
        assertThat(login)
                .containsOnlyKeys("username", "auth_token", "redirect_url")
                .containsEntry("username", "alice");
        URI landing = URI.create(login.get("redirect_url"));
        assertThat(landing.toString()).startsWith(thoughtSpot.url() + "/?authtoken=");
        assertThat(landing.getFragment()).isEqualTo(fragment);
        assertThat(query(landing.getRawQuery()))
                .containsEntry("authtoken", login.get("auth_token"))
                .containsEntry("embedApp", "true")
                .containsEntry("primaryNavHidden", "true");
        assertThat(thoughtSpot
                        .tokens()
                        .find(login.get("auth_token"))
                        .orElseThrow()
                        .username())
                .isEqualTo("alice");
    }

    @Test
    void whenTheRedirectIsFollowed_thenThoughtSpotSignsThePersonIn() {
        HttpResponse<String> answer = alice().get("/ts-token/embed/viz/" + LIVEBOARD);
        URI login = location(answer);
        HttpResponse<String> atThoughtSpot =
                Visitor.at(thoughtSpot.url()).get(login.getRawPath() + "?" + login.getRawQuery());
        assertThat(atThoughtSpot.statusCode()).isEqualTo(302);
        assertThat(atThoughtSpot.headers().firstValue("Location").orElseThrow()).endsWith("#/embed/viz/" + LIVEBOARD);
        assertThat(atThoughtSpot.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    @DisplayName("[R23] a redirect's token lives a minute")
    void whenATokenIsForARedirect_thenItIsShortLived() {
        alice().get("/ts-token/embed/app");
        assertThat(mints())
                .singleElement()
                .satisfies(entry -> assertThat(entry.body()).contains("\"validity_time_in_sec\":60"));
    }

    @Test
    void whenFiltersAreGiven_thenTheyArriveAsTheyWere() {
        HttpResponse<String> answer = alice().get("/ts-token/embed/viz/" + LIVEBOARD
                + "?col1=Sales%20%26%20Co&op1=IN&val1=a%2Bb&val1=%C3%A9&param1=p&paramVal1=%23");
        URI landing = URI.create(query(location(answer).getRawQuery()).get("redirect_url"));
        assertThat(landing.getRawQuery())
                .endsWith("&col1=Sales%20%26%20Co&op1=IN&val1=a%2Bb&val1=%C3%A9&param1=p&paramVal1=%23");
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/viz/x,bad-target",
        "/embed/viz,bad-target",
        "/embed/nothing,bad-target",
        "/embed/app/A,bad-target",
        "/embed/viz/" + LIVEBOARD + "?col1=a,bad-parameter",
        "/embed/sales?col1=a&op1=EQ&val1=b,bad-parameter",
        "/embed/viz/" + LIVEBOARD + "?fresh=true,unknown-parameter",
        "/embed/viz/" + LIVEBOARD + "?redirect_url=https://evil.example,unknown-parameter",
        "/embed/viz/" + LIVEBOARD + "?org=1&org=1,bad-parameter"
    })
    @DisplayName("[R19][R20] nothing else can be asked for")
    void whenTheTargetIsWrong_thenItIsRefused(String path, String problem) {
        assertEmptyProblem(alice().get("/ts-token" + path), 400, problem);
        assertNothingWasMinted();
    }

    @Test
    void whenAPersonSeesTheRefusal_thenItIsAPageWithATraceId() {
        HttpResponse<String> answer = alice().get("/ts-token/embed/viz/x", "Accept", HTML);
        assertProblem(answer, 400, "bad-target");
        assertThat(answer.body())
                .contains(
                        "<h1>Bad target</h1>",
                        answer.headers().firstValue("Trace-Id").orElseThrow());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
    }

    @Test
    @DisplayName("[R24] another site's navigation is refused; a person in a tab may go on, in a frame not")
    void whenAnotherSiteNavigates_thenItIsRefused() {
        String path = "/ts-token/embed/viz/" + LIVEBOARD + "?col1=a&op1=EQ&val1=b";
        HttpResponse<String> tab =
                alice().get(path, "Accept", HTML, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document");
        assertProblem(tab, 403, "origin-refused");
        assertThat(tab.body()).contains("href=\"" + path.replace("&", "&amp;") + "\"");
        HttpResponse<String> frame =
                alice().get(path, "Accept", HTML, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "iframe");
        assertProblem(frame, 403, "origin-refused");
        assertThat(frame.body()).doesNotContain("href");
        assertNothingWasMinted();
    }

    @Test
    void whenNobodyIsSignedInAndNoLoginIsKnown_thenAPageSaysSo() {
        HttpResponse<String> answer = Visitor.at(SERVER).get("/ts-token/embed/app", "Accept", HTML);
        assertProblem(answer, 401, "not-signed-in");
        assertThat(answer.body()).contains("Sign in to the application");
    }

    @Test
    void whenNobodyIsSignedInAndALoginIsKnown_thenTheNavigationGoesThere() {
        HttpResponse<String> answer = Visitor.at(SERVER).get("/ts-options/embed/app/home?org=0", "Accept", HTML);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/app/?return_to=%2Fts-options%2Fembed%2Fapp%2Fhome%3Forg%3D0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void whenAScriptAsksAndNobodyIsSignedIn_thenItIsNeverSentToALogin(String accept) {
        assertProblem(Visitor.at(SERVER).get("/ts-options/embed/app", "Accept", accept), 401, "not-signed-in");
    }

    @Test
    @DisplayName("[R23] with mode=post the token is in a form, and in no address")
    void whenTheModeIsPost_thenTheTokenIsInAForm() {
        HttpResponse<String> answer = alice().get("/ts-options/embed/viz/" + LIVEBOARD, "Accept", HTML);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "action=\"" + thoughtSpot.url() + "/callosum/v1/tspublic/v1/session/login/token\"",
                        "name=\"username\" value=\"alice\"");
        String token = answer.body().replaceAll("(?s).*name=\"auth_token\" value=\"([^\"]+)\".*", "$1");
        assertThat(thoughtSpot.tokens().find(token).orElseThrow().username()).isEqualTo("alice");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("form-action " + thoughtSpot.url(), "frame-ancestors https://app.example");
    }

    private static Visitor alice() {
        return Visitor.at(SERVER).signedInAs("alice");
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : raw.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
