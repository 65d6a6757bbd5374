package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrincipalResolverTest {
    private static final PrincipalResolver RESOLVER =
            new PrincipalResolver(new CallerFacts(Set.of("analyst", "admin"), Set.of("tenant")));

    @Test
    void whenNobodyIsSignedIn_thenThereIsNoCaller() {
        assertThat(RESOLVER.resolve(FakeRequest.ofNobody().toServlet())).isEmpty();
    }

    @Test
    void whenSomebodyIsSignedIn_thenTheNameIsExactlyThePrincipalsName() {
        assertThat(resolve(FakeRequest.of(" Bob ")).name()).isEqualTo(" Bob ");
    }

    @Test
    @DisplayName("[R3] a principal without a name is somebody, with an empty name")
    void whenThePrincipalHasNoName_thenTheNameIsEmpty() {
        assertThat(resolve(FakeRequest.of(null)).name()).isEmpty();
    }

    @Test
    void whenTheContainerKnowsRoles_thenOnlyThoseThatTheConfigurationNamesAreKept() {
        assertThat(resolve(FakeRequest.of("bob").withRoles("analyst", "payroll"))
                        .roles())
                .containsExactly("analyst");
    }

    @Test
    void whenThereIsASession_thenOnlyTheNamedAttributesAreRead() {
        Map<String, Object> session = Map.of("tenant", "north", "cart", new Object());
        assertThat(resolve(FakeRequest.of("bob").withSession(session)).sessionAttributes())
                .containsOnly(Map.entry("tenant", List.of("north")));
    }

    @Test
    void whenThereIsNoSession_thenThereAreNoAttributes() {
        assertThat(resolve(FakeRequest.of("bob")).sessionAttributes()).isEmpty();
    }

    @Test
    void whenAnAttributeHasSeveralStrings_thenTheyStaySeveral() {
        Map<String, Object> list = Map.of("tenant", List.of("north", "south"));
        Map<String, Object> array = Map.of("tenant", new String[] {"north", "south"});
        assertThat(resolve(FakeRequest.of("bob").withSession(list)).sessionAttributes())
                .isEqualTo(resolve(FakeRequest.of("bob").withSession(array)).sessionAttributes())
                .containsEntry("tenant", List.of("north", "south"));
    }

    @Test
    void whenAStringHasSeparators_thenItIsNotSplit() {
        Map<String, Object> session = Map.of("tenant", "north,south;east west");
        assertThat(resolve(FakeRequest.of("bob").withSession(session)).sessionAttributes())
                .containsEntry("tenant", List.of("north,south;east west"));
    }

    @ParameterizedTest
    @MethodSource("foreignValues")
    @DisplayName("[R6] an attribute that is not made of strings is never turned into text")
    void whenAnAttributeIsNotMadeOfStrings_thenIdentityIsUnavailable(Object value) {
        FakeRequest request = FakeRequest.of("bob").withSession(Map.of("tenant", value));
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> resolve(request))
                .withMessageContaining("tenant");
    }

    static Stream<Arguments> foreignValues() {
        return Stream.of(
                        42,
                        URI.create("north"),
                        Map.of("tenant", "north"),
                        List.of("north", 1),
                        Arrays.asList("north", null),
                        new int[] {1},
                        new Object[] {"north", new Object()})
                .map(value -> Arguments.of(value));
    }

    private static Caller resolve(FakeRequest request) {
        return RESOLVER.resolve(request.toServlet()).orElseThrow();
    }
}
