package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.testkit.provider.RunningProvider;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sign-in at an OpenID Provider whose flows are in a database, on a real server. */
@ArquillianTest
@RunAsClient
class SignInStoreIT extends ThoughtSpotTest {
    private static final RunningProvider PROVIDER = RunningProvider.start();
    private static final String MOUNT = "/ts-oidc-store";
    private static final String STRANDED = "/ts-oidc-stranded";

    private final Browser browser = new Browser(SERVER);

    @Deployment(name = "ts-oidc-store", testable = false)
    static WebArchive withADatabase() {
        return deployment(
                MOUNT,
                Map.of(
                        "tstoken.store.directory",
                        Path.of("target/stores", "ts-oidc-" + Instant.now().toEpochMilli())
                                .toAbsolutePath()
                                .toString()));
    }

    @Deployment(name = "ts-oidc-stranded", testable = false)
    static WebArchive withADatabaseThatDoesNotAnswer() {
        return deployment(
                STRANDED,
                Map.of("tstoken.store.jdbc-url", "jdbc:postgresql://127.0.0.1:9/none", "tstoken.store.user", "nobody"));
    }

    private static WebArchive deployment(String mount, Map<String, String> store) {
        Map<String, String> parameters = new HashMap<>(SignInIT.parameters(mount, PROVIDER));
        parameters.put("tstoken.store.encryption-keys", AuthorizationsIT.ENCRYPTION_KEY);
        parameters.putAll(store);
        return Deployments.tsToken(mount.substring(1) + ".war", parameters);
    }

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.close();
    }

    private HttpResponse<String> login(String mount) {
        // The provider's metadata are read behind the start.
        await().until(() -> !browser.open(mount + "/login")
                .headers()
                .firstValue("Problem")
                .orElse("")
                .equals("provider-unavailable"));
        return browser.open(mount + "/login");
    }

    @Test
    void whenFlowsAreInADatabase_thenPeopleSignInAndOut() {
        HttpResponse<String> toProvider = login(MOUNT);
        assertThat(toProvider.statusCode()).isEqualTo(303);
        String callback = browser.follow(Browser.location(toProvider));
        assertThat(browser.navigate(callback, "cross-site").statusCode()).isEqualTo(200);
        assertTokenOf("bob", browser.fetch(MOUNT + "/token"));
        assertProblem(browser.navigate(callback, "cross-site"), 400, "flow-invalid");

        assertThat(browser.fetch("POST", MOUNT + "/logout", JSON).statusCode()).isEqualTo(200);
        assertEmptyProblem(browser.fetch(MOUNT + "/token"), 401, "not-signed-in");
        assertThat(health(MOUNT)).contains("{\"name\":\"store\",\"status\":\"UP\",\"data\":{\"last_answer\":\"ok\"}}");
    }

    @Test
    @DisplayName("[R57] without its database nobody begins a sign-in, which is said in time")
    void whenTheDatabaseIsAway_thenNobodyBeginsASignIn() {
        assertProblem(login(STRANDED), 503, "store-unavailable");
        assertThat(health(STRANDED)).contains("\"status\":\"UP\"", "\"last_answer\":\"failed\"");
    }

    private String health(String mount) {
        return browser.send(mount + "/health/ready", "GET", "", "Accept", "*/*").body();
    }
}
