package io.github.tstoken.redirect;

import static io.github.tstoken.redirect.Liveboards.LIVEBOARD;
import static io.github.tstoken.redirect.Liveboards.TAB;
import static io.github.tstoken.redirect.Liveboards.VIZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    void whenTheContentOfATargetIsWrong_thenItIsAMistake(String content) {
        assertThat(EmbedTargets.mistakeIn(content)).isPresent();
    }

    private static EmbedTarget resolve(String... segments) {
        return TARGETS.resolve(List.of(segments), RuntimeFilters.NONE);
    }
}
