package io.github.tstoken.server;

import io.github.tstoken.demo.EmbeddingApplication;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A test on a real server that has the embedding application, and ts-token beside it. */
abstract class ServerTest extends ThoughtSpotTest {

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-token", testable = false, order = 2)
    static WebArchive tsToken() {
        return Deployments.tsToken(
                "ts-token.war",
                Map.of(
                        "tstoken.user.required-roles", "analyst",
                        "tstoken.admin.roles", "admin",
                        "tstoken.redirect.targets.sales",
                                "viz/" + LIVEBOARD + "?col1=Region&amp;op1=EQ&amp;val1=West"));
    }

    @Deployment(name = "ts-options", testable = false, order = 3)
    static WebArchive withOptions() {
        return Deployments.tsToken(
                "ts-options.war",
                Map.of(
                        "tstoken.cors.origins", "https://app.example",
                        "tstoken.web.login-url", "/app/",
                        "tstoken.redirect.mode", "post",
                        "tstoken.redirect.frame-ancestors", "https://app.example",
                        "tstoken.token.object", "allowed",
                        "tstoken.thoughtspot.org", "0"));
    }
}
