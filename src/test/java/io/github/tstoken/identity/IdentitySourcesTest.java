package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.IdentityConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitySourcesTest {
    @TempDir
    Path services;

    @Test
    void whenTheDefaultIsUsed_thenThePrincipalIsAsked() throws IOException {
        Identification identification = find(config(List.of("principal"), Optional.empty()));
        assertThat(identification
                        .identify(FakeRequest.of("bob").toServlet())
                        .orElseThrow()
                        .source())
                .isEqualTo("principal");
    }

    @Test
    void whenTwoSourcesAreNamed_thenTheyAreAskedInThatOrder() throws IOException {
        Identification identification = find(config(List.of("session", "principal"), Optional.of("user")));
        HttpServletRequest request =
                FakeRequest.of("bob").withSession(Map.of("user", "alice")).toServlet();
        assertThat(identification.identify(request).orElseThrow().name()).isEqualTo("alice");
    }

    @Test
    void whenTheApplicationBringsASource_thenItIsFoundByItsName() throws IOException {
        Identification identification = find(config(List.of("gateway"), Optional.empty()), GatewayResolver.class);
        assertThat(identification
                        .identify(FakeRequest.ofNobody().toServlet())
                        .orElseThrow()
                        .source())
                .isEqualTo("gateway");
    }

    @Test
    void whenTheApplicationsSourceIsNotNamed_thenItIsNotAsked() throws IOException {
        Identification identification = find(config(List.of("principal"), Optional.empty()), GatewayResolver.class);
        assertThat(identification.identify(FakeRequest.ofNobody().toServlet())).isEmpty();
    }

    @Test
    void whenNobodyHasTheName_thenTheMistakeListsTheNamesThatExist() throws IOException {
        assertThat(mistakeIn("gatewy", GatewayResolver.class))
                .contains("there is no such identity source, only gateway, jwt, oidc, principal, session");
    }

    @Test
    void whenTwoSourcesHaveOneName_thenItIsAMistake() throws IOException {
        assertThat(mistakeIn("principal", ImpostorResolver.class).orElseThrow())
                .contains("two", "principal", ImpostorResolver.class.getName());
    }

    @Test
    void whenASourceCannotBeLoaded_thenItIsAMistake() throws IOException {
        assertThat(mistakeIn("principal", IdentitySourcesTest.class).orElseThrow())
                .contains("cannot be loaded");
    }

    @Test
    void whenTheNameIsKnown_thenItIsNoMistake() throws IOException {
        assertThat(mistakeIn("gateway", GatewayResolver.class)).isEmpty();
    }

    private static IdentityConfig config(List<String> sources, Optional<String> sessionAttribute) {
        return new IdentityConfig(
                sources, sessionAttribute, Set.of(), Set.of(), "JSESSIONIDSSO", Optional.empty(), Optional.empty());
    }

    private Identification find(IdentityConfig config, Class<?>... providers) throws IOException {
        return sources(providers).of(config, SignInIds.inside(), Optional.empty(), Optional.empty(), false);
    }

    private Optional<String> mistakeIn(String name, Class<?>... providers) throws IOException {
        return sources(providers).mistakeIn(name);
    }

    private IdentitySources sources(Class<?>... providers) throws IOException {
        Path directory = Files.createDirectories(services.resolve("META-INF/services"));
        List<String> names = List.of(providers).stream().map(Class::getName).toList();
        Files.write(directory.resolve(CallerResolver.class.getName()), names);
        URL[] path = {services.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            return new IdentitySources(loader);
        }
    }

    /** Stands for the resolver of an application behind a gateway. */
    public static final class GatewayResolver implements CallerResolver {
        @Override
        public String name() {
            return "gateway";
        }

        @Override
        public Optional<Caller> resolve(HttpServletRequest request) {
            return Optional.of(new Caller("bob", name(), Set.of(), Map.of(), Map.of()));
        }
    }

    /** Stands for a resolver that wants to speak in the container's name. */
    public static final class ImpostorResolver implements CallerResolver {
        @Override
        public String name() {
            return "principal";
        }

        @Override
        public Optional<Caller> resolve(HttpServletRequest request) {
            return Optional.of(new Caller("tsadmin", name(), Set.of(), Map.of(), Map.of()));
        }
    }
}
