package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static final HttpServletRequest REQUEST = FakeRequest.ofNobody().toServlet();
    private static final Optional<Caller> ALICE = caller("alice");
    private static final Optional<Caller> BOB = caller("bob");

    @Test
    void whenTheFirstSourceAnswers_thenTheSecondIsNotAsked() {
        Identification identification = of(() -> ALICE, () -> {
            throw new AssertionError("asked");
        });
        assertIdentified(identification, "alice");
    }

    @Test
    void whenTheFirstSourceKnowsNobody_thenTheSecondIsAsked() {
        assertIdentified(of(Optional::empty, () -> BOB), "bob");
    }

    @Test
    void whenNoSourceKnowsAnybody_thenThereIsNoCaller() {
        assertThat(of(Optional::empty, Optional::empty).identify(REQUEST)).isEmpty();
    }

    @Test
    @DisplayName("[R6] a source that fails is not the same as nobody, and no other source is asked")
    void whenASourceFails_thenIdentityIsUnavailable() {
        IllegalStateException cause = new IllegalStateException("the realm is down");
        Identification identification = of(
                () -> {
                    throw cause;
                },
                () -> BOB);
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> identification.identify(REQUEST))
                .withCause(cause);
    }

    @Test
    void whenASourceSaysThatItIsUnavailable_thenItsOwnExceptionComesOut() {
        IdentityUnavailableException unavailable = new IdentityUnavailableException("no answer");
        Identification identification = of(() -> {
            throw unavailable;
        });
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> identification.identify(REQUEST))
                .isSameAs(unavailable);
    }

    @Test
    void whenASourceReturnsNull_thenIdentityIsUnavailable() {
        assertThatExceptionOfType(IdentityUnavailableException.class)
                .isThrownBy(() -> of(() -> null, () -> BOB).identify(REQUEST));
    }

    @Test
    @DisplayName("[R7] identity is never remembered")
    void whenTheAnswerChanges_thenTheNextRequestSeesIt() {
        Queue<Optional<Caller>> answers = new ArrayDeque<>(List.of(ALICE, Optional.empty(), BOB));
        Identification identification = of(answers::remove);
        assertIdentified(identification, "alice");
        assertThat(identification.identify(REQUEST)).isEmpty();
        assertIdentified(identification, "bob");
    }

    @Test
    @DisplayName("a source cannot speak in another one's name, whose connections its people would have")
    void whenASourceNamesAnotherOne_thenItsOwnNameCounts() {
        assertThat(of(Optional::empty, () -> BOB).identify(REQUEST))
                .map(Caller::source)
                .contains("source1");
    }

    private static void assertIdentified(Identification identification, String name) {
        assertThat(identification.identify(REQUEST)).map(Caller::name).contains(name);
    }

    private static Optional<Caller> caller(String name) {
        return Optional.of(new Caller(name, "test", Set.of(), Map.of(), Map.of()));
    }

    @SafeVarargs
    private static Identification of(Supplier<Optional<Caller>>... answers) {
        Map<String, CallerResolver> sources = new LinkedHashMap<>();
        for (Supplier<Optional<Caller>> answer : answers) {
            String name = "source" + sources.size();
            sources.put(name, new AnsweringResolver(name, answer));
        }
        return new Identification(sources, SignInIds.inside(), Optional.empty());
    }

    private record AnsweringResolver(String name, Supplier<Optional<Caller>> answer) implements CallerResolver {
        @Override
        public Optional<Caller> resolve(HttpServletRequest request) {
            return answer.get();
        }
    }
}
