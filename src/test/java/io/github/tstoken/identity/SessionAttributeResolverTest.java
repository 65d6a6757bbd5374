package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionAttributeResolverTest {
    private static final SessionAttributeResolver RESOLVER =
            new SessionAttributeResolver("user", new CallerFacts(Set.of("analyst"), Set.of()));

    @Test
    @DisplayName("[R1] where there is no session none is made")
    void whenThereIsNoSession_thenThereIsNoCallerAndNoNewSession() {
        assertThat(RESOLVER.resolve(FakeRequest.ofNobody().toServlet())).isEmpty();
    }

    @Test
    void whenTheSessionHasNoSuchAttribute_thenThereIsNoCaller() {
        assertThat(RESOLVER.resolve(session(Map.of("other", "bob")))).isEmpty();
    }

    @Test
    void whenTheAttributeIsAString_thenItIsTheName() {
        assertThat(RESOLVER.resolve(session(Map.of("user", "bob"))))
                .contains(new Caller("bob", "session", Set.of(), Map.of(), Map.of()));
    }

    @Test
    void whenTheContainerKnowsRoles_thenTheyAreAsked() {
        HttpServletRequest request = FakeRequest.ofNobody()
                .withRoles("analyst")
                .withSession(Map.of("user", "bob"))
                .toServlet();
        assertThat(RESOLVER.resolve(request).orElseThrow().roles()).containsExactly("analyst");
    }

    @ParameterizedTest
    @MethodSource("foreignValues")
    @DisplayName("[R6] a name that is not a string is never turned into text")
    void whenTheAttributeIsNotAString_thenIdentityIsUnavailable(Object value) {
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> RESOLVER.resolve(session(Map.of("user", value))));
    }

    static Stream<Arguments> foreignValues() {
        return Stream.of(7, URI.create("bob"), Map.of("name", "bob"), List.of("bob"), new String[] {"bob"})
                .map(value -> Arguments.of(value));
    }

    private static HttpServletRequest session(Map<String, Object> attributes) {
        return FakeRequest.ofNobody().withSession(attributes).toServlet();
    }
}
