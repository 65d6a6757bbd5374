package io.github.tstoken.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandInThoughtSpotTest {
    private final StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        thoughtSpot.close();
    }

    @Test
    void whenTheSecretKeyIsRight_thenV2MintsATokenForThatUser() throws Exception {
        HttpResponse<String> answer = mint("alice");

        JsonNode json = Json.object(answer.body()).orElseThrow();
        assertThat(json.path("valid_for_username").asText()).isEqualTo("alice");
        assertThat(json.path("scope").path("access_type").asText()).isEqualTo("FULL");
        assertThat(isActive(json.path("token").asText())).isEqualTo(204);
    }

    @Test
    void whenTheSecretKeyIsWrong_thenUnauthorizedAndTheJournalHasNoSecret() throws Exception {
        String right = thoughtSpot.settings().secretKey();
        thoughtSpot.settings().secretKey("another");

        assertThat(v2("{\"username\":\"alice\",\"secret_key\":\"" + right + "\"}")
                        .statusCode())
                .isEqualTo(401);

        thoughtSpot.settings().secretKey(right);
        mint("alice");
        assertThat(thoughtSpot.journal().to(Paths.V2_FULL).get(1).body()).doesNotContain(right);
    }

    @Test
    void whenTheUserIsUnknown_thenTheRequestIsInvalid() throws Exception {
        assertThat(mint("nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void whenTheAccountIsLocked_thenForbidden() throws Exception {
        thoughtSpot.users().lock("alice");

        assertThat(mint("alice").statusCode()).isEqualTo(403);
    }

    @Test
    void whenAFieldIsUnknown_thenTheJournalNotesIt() throws Exception {
        v2("{\"username\":\"alice\",\"orgid\":1}");

        assertThat(thoughtSpot.journal().to(Paths.V2_FULL).get(0).notes()).containsExactly("unknown field orgid");
    }

    @Test
    void whenTheTokenIsOld_thenItIsNoBearerAnyMore() throws Exception {
        String token = tokenFor("alice");

        thoughtSpot.clock().advance(Duration.ofMinutes(6));

        assertThat(isActive(token)).isEqualTo(401);
    }

    @Test
    void whenAnotherV1TokenIsMinted_thenThePreviousEndsFiveMinutesLater() throws Exception {
        String first = mintV1();
        mintV1();

        assertThat(login("POST", first, "no_url_redirection=true").statusCode()).isEqualTo(204);
        thoughtSpot.clock().advance(Duration.ofMinutes(5));
        assertThat(login("POST", first, "no_url_redirection=true").statusCode()).isEqualTo(401);
    }

    @Test
    void whenAV1TokenIsUsedAsABearer_thenUnauthorized() throws Exception {
        assertThat(isActive(mintV1())).isEqualTo(401);
    }

    @Test
    void whenTheTokenSignsIn_thenTheBrowserGoesToTheRedirectAddressWithACookie() throws Exception {
        String target = thoughtSpot.url() + "/?embedApp=true#/embed/viz/1";

        HttpResponse<String> answer = login("GET", tokenFor("alice"), "redirect_url=" + encoded(target));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(target);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith(Sessions.COOKIE);
    }

    @Test
    void whenTheRedirectAddressIsElsewhere_thenItIsRefused() throws Exception {
        String elsewhere = "redirect_url=" + encoded("https://evil.example/#/");

        assertThat(login("GET", tokenFor("alice"), elsewhere).statusCode()).isEqualTo(400);
    }

    @Test
    void whenTheOriginIsListed_thenItAloneGetsCorsHeaders() throws Exception {
        thoughtSpot.settings().allowedOrigins().add("http://127.0.0.1:8080");

        assertThat(allowedOrigin("http://127.0.0.1:8080")).isEqualTo("http://127.0.0.1:8080");
        assertThat(allowedOrigin("http://127.0.0.1:8081")).isEmpty();
    }

    @Test
    void whenATokenIsRevoked_thenItIsNotValidAnyMore() throws Exception {
        String token = tokenFor("alice");
        String other = tokenFor("alice");

        assertThat(post(Paths.V2_REVOKE, Json.write(Map.of("token", other)), token)
                        .statusCode())
                .isEqualTo(204);

        assertThat(post(Paths.V2_VALIDATE, Json.write(Map.of("token", other)), token)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(Paths.V2_VALIDATE, Json.write(Map.of("token", token)), token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whenATokenIsExchanged_thenTheOtherLivesADay() throws Exception {
        HttpResponse<String> answer =
                send(to(Paths.V2_SESSION_TOKEN).header("Authorization", "Bearer " + tokenFor("alice")));

        JsonNode json = Json.object(answer.body()).orElseThrow();
        assertThat(json.path("valid_for_username").asText()).isEqualTo("alice");
        thoughtSpot.clock().advance(Duration.ofHours(23));
        assertThat(isActive(json.path("token").asText())).isEqualTo(204);
    }

    @Test
    void whenAFaultIsPlannedOnce_thenTheNextRequestIsWellAgain() throws Exception {
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.close(), 1);

        assertThatThrownBy(() -> mint("alice")).isInstanceOf(IOException.class);
        assertThat(mint("alice").statusCode()).isEqualTo(200);
    }

    @Test
    void whenAnAnswerDrips_thenItArrivesWhole() throws Exception {
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.drip(Duration.ofMillis(1)), 1);

        assertThat(tokenFor("alice")).isNotEmpty();
    }

    private HttpResponse<String> mint(String username) throws Exception {
        return v2(Json.write(Map.of(
                "username", username, "secret_key", thoughtSpot.settings().secretKey())));
    }

    private String tokenFor(String username) throws Exception {
        return Json.object(mint(username).body()).orElseThrow().path("token").asText();
    }

    private HttpResponse<String> v2(String body) throws Exception {
        return post(Paths.V2_FULL, body, "none");
    }

    private HttpResponse<String> post(String path, String json, String bearer) throws Exception {
        return send(to(path).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(json)));
    }

    private String mintV1() throws Exception {
        String form = "access_level=FULL&username=alice&secret_key="
                + thoughtSpot.settings().secretKey();
        return send(to(Paths.V1_TOKEN)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body();
    }

    private HttpResponse<String> login(String method, String token, String more) throws Exception {
        String parameters = "username=alice&auth_token=" + encoded(token) + "&" + more;
        return method.equals("GET")
                ? send(to("/tspublic/v1/session/auth/token?" + parameters))
                : send(to(Paths.SDK_LOGIN).POST(BodyPublishers.ofString(parameters)));
    }

    private int isActive(String bearer) throws Exception {
        return send(to(Paths.IS_ACTIVE).header("Authorization", "Bearer " + bearer))
                .statusCode();
    }

    private String allowedOrigin(String origin) throws Exception {
        return send(to(Paths.IS_ACTIVE).header("Origin", origin))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(thoughtSpot.url().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
