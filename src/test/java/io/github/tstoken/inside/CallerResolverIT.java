package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.identity.CallerResolver;
import io.github.tstoken.inside.host.ReverseProxyResolver;
import java.io.File;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with a source of identity of its own: a reverse proxy's header. */
class CallerResolverIT {
    private static final String TOKEN = "/app/ts-token/token";

    @Test
    void whenTheProxyNamesSomebody_thenTheTokenIsTheirs() throws Exception {
        try (HostServer server = behindProxyAt("127.0.0.1")) {
            assertThat(server.ownerOf(
                            server.visitor().get(TOKEN, "X-Proxy-User", "bob").body()))
                    .isEqualTo("bob");
            Problems.assertEmpty(server.visitor().get(TOKEN), 401, "not-signed-in");
            Problems.assertEmpty(
                    server.visitor().get(TOKEN, "X-Proxy-User", "bob", "X-Proxy-User", "alice"),
                    503,
                    "identity-unavailable");
        }
    }

    @Test
    @DisplayName("[R2] the header of anybody else names nobody")
    void whenTheRequestDoesNotComeFromTheProxy_thenItsHeaderIsNotBelieved() throws Exception {
        try (HostServer server = behindProxyAt("192.0.2.1")) {
            Problems.assertEmpty(server.visitor().get(TOKEN, "X-Proxy-User", "bob"), 401, "not-signed-in");
            assertThat(server.thoughtSpot().journal().entries()).isEmpty();
        }
    }

    @Test
    void whenTheClassIsInAJarOfTheWarBeside_thenItIsFoundThere() throws Exception {
        JavaArchive proxy = ShrinkWrap.create(JavaArchive.class, "proxy.jar")
                .addClass(ReverseProxyResolver.class)
                .addAsServiceProvider(CallerResolver.class, ReverseProxyResolver.class);
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ts-token.war"))
                .addAsLibrary(proxy);
        try (HostServer server = HostServer.with(war, proxyAt("127.0.0.1"))) {
            assertThat(server.ownerOf(server.visitor()
                            .get("/app/token", "X-Proxy-User", "bob")
                            .body()))
                    .isEqualTo("bob");
            Problems.assertEmpty(server.visitor().get("/app/token"), 401, "not-signed-in");
        }
    }

    private static HostServer behindProxyAt(String address) throws Exception {
        return HostServer.with(
                HostApplication.war(
                                "session.xml",
                                ReverseProxyResolver.class,
                                io.github.tstoken.inside.host.SignInServlet.class)
                        .addAsServiceProvider(CallerResolver.class, ReverseProxyResolver.class),
                proxyAt(address));
    }

    private static Map<String, String> proxyAt(String address) {
        return Map.of("tstoken.identity.sources", "reverse-proxy", "reverse-proxy-address", address);
    }
}
