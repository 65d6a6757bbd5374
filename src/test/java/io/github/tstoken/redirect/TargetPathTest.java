package io.github.tstoken.redirect;

import static io.github.tstoken.redirect.Liveboards.LIVEBOARD;
import static io.github.tstoken.redirect.Liveboards.TAB;
import static io.github.tstoken.redirect.Liveboards.VIZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tstoken.thoughtspot.Guid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "viz/" + LIVEBOARD,
                "viz/" + LIVEBOARD + "/" + VIZ,
                "viz/" + LIVEBOARD + "/tab/" + TAB,
                "viz/" + LIVEBOARD + "/tab/" + TAB + "/" + VIZ,
            })
    void whenThePathNamesALiveboard_thenTheRouteMirrorsItAndTheLiveboardIsKnown(String path) {
        EmbedTarget target = parse(path).orElseThrow();
        assertThat(target.fragment()).isEqualTo("/embed/" + path);
        assertThat(target.liveboard()).contains(new Guid(LIVEBOARD));
    }

    @Test
    void whenThePathIsTheApplication_thenTheRouteIsItsHome() {
        EmbedTarget target = parse("app").orElseThrow();
        assertThat(target.fragment()).isEqualTo("/home");
        assertThat(target.liveboard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "data/tables", "insights/results", "pinboard/" + LIVEBOARD, "a1-b2"})
    void whenThePathIsAPage_thenTheRouteIsThatPageAndNoLiveboardIsKnown(String page) {
        EmbedTarget target = parse("app/" + page).orElseThrow();
        assertThat(target.fragment()).isEqualTo("/" + page);
        assertThat(target.liveboard()).isEmpty();
    }

    @Test
    @DisplayName("[R20] ids are taken in either case and sent in lower case")
    void whenAnIdIsInUpperCase_thenItIsSentInLowerCase() {
        String upper = LIVEBOARD.toUpperCase(Locale.ROOT);
        assertThat(parse("viz/" + upper).orElseThrow().fragment()).isEqualTo("/embed/viz/" + LIVEBOARD);
        assertThat(parse("app/pinboard/" + upper).orElseThrow().fragment()).isEqualTo("/pinboard/" + LIVEBOARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "viz",
                "viz/",
                "viz/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "viz/tab",
                "viz/" + LIVEBOARD + "/",
                "viz/" + LIVEBOARD + "/tab",
                "viz/" + LIVEBOARD + "/tab/",
                "viz/" + LIVEBOARD + "/tab/" + TAB + "/",
                "viz/" + LIVEBOARD + "/tab/tab/" + VIZ,
                "viz/" + LIVEBOARD + "/Tab/" + TAB,
                "viz/" + LIVEBOARD + "/" + TAB + "/" + VIZ,
                "viz/" + LIVEBOARD + "/" + TAB + "/tab/" + VIZ,
                "viz/" + LIVEBOARD + "/tab/" + TAB + "/" + VIZ + "/" + VIZ,
                "viz/tab/" + LIVEBOARD + "/" + VIZ,
                "VIZ/" + LIVEBOARD,
                "app/",
                "app/home/",
                "app//home",
                "app/Home",
                "app/1home",
                "app/data/1",
                "app/data/tables/x",
                "app/" + LIVEBOARD,
                "home",
                LIVEBOARD,
            })
    @DisplayName("[R20] what is no path of content is refused")
    void whenThePathIsOfAnotherShape_thenItNamesNothing(String path) {
        assertThat(parse(path)).isEmpty();
    }

    @Test
    void whenAPageHasMoreThan64Characters_thenItNamesNothing() {
        assertThat(parse("app/" + "a".repeat(64))).isPresent();
        assertThat(parse("app/" + "a".repeat(65))).isEmpty();
    }

    @Test
    void whenThereAreNoSegments_thenTheyNameNothing() {
        assertThat(TargetPath.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "home", "//home", "/home/", "/home?x", "/home#x", "/Home", "/../x"})
    void whenARouteIsMadeWithoutTheGrammar_thenItIsRefused(String fragment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbedTarget(fragment, Optional.empty(), RuntimeFilters.NONE));
    }

    private static Optional<EmbedTarget> parse(String path) {
        return TargetPath.parse(List.of(path.split("/", -1)));
    }
}
