package io.github.tstoken.redirect;

import static io.github.tstoken.redirect.Liveboards.LIVEBOARD;
import static io.github.tstoken.redirect.Liveboards.TAB;
import static io.github.tstoken.redirect.Liveboards.VIZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tstoken.config.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTargetsTest {
    private static final RuntimeFilters NORTH =
            RuntimeFilters.parse(Map.of("col1", List.of("Region"), "op1", List.of("EQ"), "val1", List.of("north")));

    private static final EmbedTargets TARGETS = Liveboards.targets(Map.of(
            "sales",
            "viz/" + LIVEBOARD,
            "emea-2026",
            "viz/" + LIVEBOARD + "/tab/" + TAB + "/" + VIZ + "?col1=Sales+Region&op1=IN&val1=a%26b&val1=c",
            "home",
            "app",
            "tables",
            "app/data/tables"));

    @Test
    void whenTheAliasExists_thenItIsItsContent() {
        assertThat(resolve("sales").fragment()).isEqualTo("/embed/viz/" + LIVEBOARD);
        assertThat(resolve("home").fragment()).isEqualTo("/home");
        assertThat(resolve("tables").fragment()).isEqualTo("/data/tables");
    }

    @Test
    void whenTheAliasHasFilters_thenTheyAreDecodedOnce() {
        assertThat(resolve("emea-2026").filters().toQuery()).isEqualTo("col1=Sales%20Region&op1=IN&val1=a%26b&val1=c");
    }

    @Test
    void whenTheRequestHasFilters_thenContentWithoutItsOwnTakesThem() {
        assertThat(TARGETS.resolve(List.of("sales"), NORTH).filters()).isSameAs(NORTH);
        assertThat(TARGETS.resolve(List.of("viz", LIVEBOARD), NORTH).filters()).isSameAs(NORTH);
        assertThat(TARGETS.resolve(List.of("app"), NORTH).filters()).isSameAs(NORTH);
    }

    @Test
    void whenTheNamedTargetHasFilters_thenItTakesNoneFromTheRequest() {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> TARGETS.resolve(List.of("emea-2026"), NORTH))
                .satisfies(e -> assertThat(e.parameter()).isEqualTo("col1"));
    }

    @Test
    void whenTheNamedTargetHasOneParameter_thenItTakesNoFilterFromTheRequestEither() {
        EmbedTargets targets = Liveboards.targets(Map.of("year", "app?param1=Year&paramVal1=2026"));
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> targets.resolve(List.of("year"), NORTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "Sales", "sales ", "", "viz", "tstoken.redirect.targets.sales"})
    void whenTheAliasDoesNotExist_thenItIsABadTarget(String alias) {
        assertThatExceptionOfType(BadTargetException.class).isThrownBy(() -> resolve(alias));
    }

    @Test
    void whenMoreFollowsTheAlias_thenItIsABadTarget() {
        assertThatExceptionOfType(BadTargetException.class).isThrownBy(() -> resolve("sales", LIVEBOARD));
        assertThatExceptionOfType(BadTargetException.class).isThrownBy(() -> resolve("sales", ""));
    }

    @Test
    void whenTargetsAreWrong_thenEachIsAMistakeWithItsKeyAndSource() {
        List<ConfigProblem> problems = new ArrayList<>();
        Map<String, String> targets = Map.of(
                "viz", "app",
                "evil", "https://evil.example/",
                "odd", "app?col1=Region",
                "good", "app");
        EmbedTargets.read(targets, key -> key + "@file", problems::add);
        assertThat(problems)
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder(
                        "tstoken.redirect.targets.viz",
                        "tstoken.redirect.targets.evil",
                        "tstoken.redirect.targets.odd");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.source()).isEqualTo(problem.key() + "@file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/app",
                "app/",
                "#/home",
                "/embed/viz/" + LIVEBOARD,
                "viz/" + LIVEBOARD + "?",
                "viz/" + LIVEBOARD + "?x=1",
                "viz/" + LIVEBOARD + "?col1",
                "viz/" + LIVEBOARD + "?col1=c&op1=EQ&val1=v&",
                "viz/" + LIVEBOARD + "?col1=c&op1=EQ&val1=%zz",
                "viz/" + LIVEBOARD + "?col1=c&op1=EQ&val1=%0a",
                "viz/" + LIVEBOARD + "?col1=c&op1=EQ&val1=v&redirect_url=https://evil.example",
                "viz/" + LIVEBOARD + "#x",
            })
    void whenTheContentOfATargetIsWrong_thenItIsOneMistake(String content) {
        assertThat(mistakes("sales", content)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viz", "app", "", "Sales", "a.b", "a b", "a/b", "\u00e9"})
    void whenTheNameOfATargetIsWrong_thenItIsOneMistake(String alias) {
        assertThat(mistakes(alias, "app")).hasSize(1);
    }

    @Test
    void whenTheNameOfATargetIsLong_thenSixtyFourCharactersAreTheMost() {
        assertThat(mistakes("a".repeat(64), "app")).isEmpty();
        assertThat(mistakes("a".repeat(65), "app")).hasSize(1);
    }

    private static List<ConfigProblem> mistakes(String alias, String content) {
        List<ConfigProblem> problems = new ArrayList<>();
        EmbedTargets.read(Map.of(alias, content), key -> "test", problems::add);
        return problems;
    }

    private static EmbedTarget resolve(String... segments) {
        return TARGETS.resolve(List.of(segments), RuntimeFilters.NONE);
    }
}
