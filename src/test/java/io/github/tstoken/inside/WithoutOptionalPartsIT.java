package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.SignInServlet;
import io.github.tstoken.server.Visitor;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What is not configured is not loaded: an application need not have the library of a part that it does not use. */
class WithoutOptionalPartsIT {
    /** For tokens of identity providers, and for the token store. */
    private static final List<String> OPTIONAL = List.of(
            "nimbus-jose-jwt",
            "oauth2-oidc-sdk",
            "content-type",
            "lang-tag",
            "json-smart",
            "accessors-smart",
            "HikariCP",
            "flyway-core",
            "flyway-database-postgresql",
            "h2",
            "postgresql",
            "tink",
            "gson",
            "protobuf-java");

    @Test
    void whenNeitherTokensNorProvidersAreConfigured_thenTheirLibrariesNeedNotBeThere() throws Exception {
        WebArchive war = HostApplication.war("session.xml", SignInServlet.class);
        for (String library : OPTIONAL) {
            assertThat(war.getContent(Filters.include(".*/" + library + "-[0-9.]+\\.jar"))
                            .keySet())
                    .as(library)
                    .hasSize(1)
                    .allSatisfy(war::delete);
        }
        try (HostServer server = HostServer.with(
                war, Map.of("tstoken.identity.sources", "session", "tstoken.identity.session.attribute", "user"))) {
            Visitor bob = server.visitor();
            bob.send("POST", "/app/sign-in?name=bob", "");
            assertThat(server.ownerOf(bob.get("/app/ts-token/token").body())).isEqualTo("bob");
        }
    }
}
