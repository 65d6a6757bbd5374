package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.ConfigProblem;
import io.github.tstoken.config.IdentityConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitySourcesTest {
    @TempDir
    Path services;

    private final List<ConfigProblem> problems = new ArrayList<>();

    @Test
    void whenTheDefaultIsUsed_thenThePrincipalIsAsked() throws IOException {
        Identification identification = find(config(List.of("principal"), Optional.empty()));
        assertThat(problems).isEmpty();
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
        assertThat(problems).isEmpty();
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
        find(config(List.of("gatewy"), Optional.of("user")), GatewayResolver.class);
        assertThat(problems)
                .containsExactly(new ConfigProblem(
                        "tstoken.identity.sources",
                        "ts.properties",
                        "there is no identity source 'gatewy', only gateway, principal, session"));
    }

    @Test
    void whenTheSessionIsNamedWithoutAnAttribute_thenItIsAMistake() throws IOException {
        find(config(List.of("session"), Optional.empty()));
        assertThat(problems)
                .singleElement()
                .extracting(ConfigProblem::rule)
                .asString()
                .contains("'session'");
    }

    @Test
    void whenTwoSourcesHaveOneName_thenItIsAMistake() throws IOException {
        find(config(List.of("principal"), Optional.empty()), ImpostorResolver.class);
        assertThat(problems)
                .singleElement()
                .extracting(ConfigProblem::rule)
                .asString()
                .contains("two", "principal", ImpostorResolver.class.getName());
    }

    @Test
    void whenASourceCannotBeLoaded_thenItIsAMistake() throws IOException {
        find(config(List.of("principal"), Optional.empty()), IdentitySourcesTest.class);
        assertThat(problems)
                .singleElement()
                .extracting(ConfigProblem::rule)
                .asString()
                .contains("cannot be loaded");
    }

    private static IdentityConfig config(List<String> sources, Optional<String> sessionAttribute) {
        return new IdentityConfig(sources, sessionAttribute, Set.of());
    }

    private Identification find(IdentityConfig config, Class<?>... providers) throws IOException {
        Path directory = Files.createDirectories(services.resolve("META-INF/services"));
        List<String> names = List.of(providers).stream().map(Class::getName).toList();
        Files.write(directory.resolve(CallerResolver.class.getName()), names);
        URL[] path = {services.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            return new IdentitySources(key -> "ts.properties", problems::add).find(config, Set.of(), loader);
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
