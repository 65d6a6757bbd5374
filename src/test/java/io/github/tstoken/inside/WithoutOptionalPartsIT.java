package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.SignInServlet;
import io.github.tstoken.server.Visitor;
import java.util.Map;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What is not configured is not loaded: an application need not have the library of a part that it does not use. */
class WithoutOptionalPartsIT {
    @Test
    void whenTokensOfIdentityProvidersAreNoSource_thenTheirLibraryNeedNotBeThere() throws Exception {
        WebArchive war = HostApplication.war("session.xml", SignInServlet.class);
        assertThat(war.getContent(
                                Filters.include(
                                        ".*/(nimbus-jose-jwt|oauth2-oidc-sdk|content-type|lang-tag|json-smart|accessors-smart)-.*"))
                        .keySet())
                .hasSize(6)
                .allSatisfy(war::delete);
        try (HostServer server = HostServer.with(
                war, Map.of("tstoken.identity.sources", "session", "tstoken.identity.session.attribute", "user"))) {
            Visitor bob = server.visitor();
            bob.send("POST", "/app/sign-in?name=bob", "");
            assertThat(server.ownerOf(bob.get("/app/ts-token/token").body())).isEqualTo("bob");
        }
    }
}
