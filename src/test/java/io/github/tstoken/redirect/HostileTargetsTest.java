package io.github.tstoken.redirect;

import static io.github.tstoken.redirect.Liveboards.BASE;
import static io.github.tstoken.redirect.Liveboards.LIVEBOARD;
import static io.github.tstoken.redirect.Liveboards.TAB;
import static io.github.tstoken.redirect.Liveboards.THOUGHTSPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tstoken.corpus.Corpus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTargetsTest {
    private static final EmbedTargets TARGETS = Liveboards.targets(Map.of("sales", "viz/" + LIVEBOARD));

    /** Every line of the corpus, and what is left of it when it is decoded once. */
    static List<String> hostileTexts() {
        return Corpus.read("targets-hostile.txt").stream()
                .flatMap(line -> Stream.concat(Stream.of(line), decoded(line).stream()))
                .distinct()
                .toList();
    }

    /** Without those that have half a character, for which the policy knows no user. */
    static List<String> hostileNames() {
        return hostileTexts().stream()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @DisplayName("[R19] [R20] no hostile text names content, wherever in a path it is")
    void whenAPathHasAHostileText_thenItIsABadTarget(String text) {
        List<List<String>> paths = new ArrayList<>(List.of(
                List.of(text),
                List.of(text, LIVEBOARD),
                List.of("viz", text),
                List.of("viz", LIVEBOARD, text),
                List.of("viz", LIVEBOARD, text, TAB),
                List.of("viz", LIVEBOARD, "tab", text),
                List.of("viz", LIVEBOARD, "tab", TAB, text),
                List.of("app", text),
                List.of("app", text, LIVEBOARD),
                List.of("app", "pinboard", text),
                List.of("sales", text)));
        paths.add(List.of(text.split("/", -1)));
        assertThat(paths)
                .allSatisfy(path -> assertThatExceptionOfType(BadTargetException.class)
                        .isThrownBy(() -> TARGETS.resolve(path, RuntimeFilters.NONE)));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @DisplayName("[R19] a hostile text in a filter is refused or arrives as text; the hosts stay the configured ones")
    void whenAFilterHasAHostileText_thenItIsRefusedOrEncoded(String text) {
        assertRefusedOrEncoded(text, Map.of("col1", List.of(text), "op1", List.of("EQ"), "val1", List.of("v")));
        assertRefusedOrEncoded(text, Map.of("col1", List.of("c"), "op1", List.of("IN"), "val1", List.of(text, "v")));
        assertRefusedOrEncoded(text, Map.of("param1", List.of(text), "paramVal1", List.of("v")));
        assertRefusedOrEncoded(text, Map.of("param1", List.of("p"), "paramVal1", List.of(text)));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @DisplayName("[R19] no hostile text is an operator")
    void whenTheOperatorIsAHostileText_thenItIsRefused(String text) {
        Map<String, List<String>> query = Map.of("col1", List.of("c"), "op1", List.of(text), "val1", List.of("v"));
        assertThatExceptionOfType(BadParameterException.class).isThrownBy(() -> RuntimeFilters.parse(query));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @DisplayName("[R19] no hostile text is the name of a parameter of ours")
    void whenTheNameOfAParameterIsAHostileText_thenWeDoNotOwnIt(String text) {
        assertThat(RuntimeFilters.owns(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    @DisplayName("[R21] a hostile user name or token arrives as text")
    void whenTheUserNameOrTheTokenIsHostile_thenItIsEncoded(String text) {
        ReadUrl login = login(text, text, RuntimeFilters.NONE);
        assertThat(login.fields()).hasSize(3);
        assertThat(login.field("username")).isEqualTo(text);
        assertThat(login.field("auth_token")).isEqualTo(text);
        assertThat(landing(login).fields())
                .containsExactly("authtoken=" + text, "embedApp=true", "primaryNavHidden=true");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @DisplayName("[R19] no hostile text is a named target's content")
    void whenANamedTargetIsAHostileText_thenItIsAMistake(String text) {
        assertThat(EmbedTargets.mistakeIn(text)).isPresent();
        assertThat(EmbedTargets.mistakeIn("viz/" + text)).isPresent();
    }

    private static void assertRefusedOrEncoded(String text, Map<String, List<String>> query) {
        read(query).ifPresent(filters -> {
            ReadUrl landing = landing(login("bob", "token", filters));
            List<String> expected =
                    new ArrayList<>(List.of("authtoken=token", "embedApp=true", "primaryNavHidden=true"));
            for (String name : List.of("col1", "op1", "val1", "param1", "paramVal1")) {
                query.getOrDefault(name, List.of()).forEach(value -> expected.add(name + "=" + value));
            }
            assertThat(landing.fields()).as(text).isEqualTo(expected);
        });
    }

    private static Optional<RuntimeFilters> read(Map<String, List<String>> query) {
        try {
            return Optional.of(RuntimeFilters.parse(query));
        } catch (BadParameterException e) {
            return Optional.empty();
        }
    }

    private static ReadUrl login(String username, String token, RuntimeFilters filters) {
        ReadUrl login = ReadUrl.of(LoginRedirect.of(
                        Liveboards.config(BASE, true),
                        THOUGHTSPOT,
                        Liveboards.token(token, username),
                        Liveboards.target("viz/" + LIVEBOARD, filters))
                .location()
                .reveal());
        assertThat(login.address()).isEqualTo(THOUGHTSPOT + Liveboards.LOGIN_PATH);
        return login;
    }

    private static ReadUrl landing(ReadUrl login) {
        ReadUrl landing = ReadUrl.of(login.field("redirect_url"));
        assertThat(landing.address()).isEqualTo(BASE + "/");
        assertThat(landing.fragment()).contains("/embed/viz/" + LIVEBOARD);
        return landing;
    }

    private static Optional<String> decoded(String line) {
        try {
            return Optional.of(URLDecoder.decode(line, StandardCharsets.UTF_8)).filter(text -> !text.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
