package io.github.tstoken.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.corpus.Corpus;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {
    static List<String> hostile() {
        return Corpus.read("return-to-hostile.txt");
    }

    static List<String> hostileElsewhere() {
        return Corpus.read("targets-hostile.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?",
                "/app",
                "/app/",
                "/app?",
                "/app/index.html",
                "/my-app_2/~bob/a.b..c/-",
                "/ts-token/",
                "/ts-token/embed/app",
                "/ts-token/embed/app/pinboard/d084c256-e284-4fc4-b80c-111cb606449a",
                "/ts-token/embed/viz/d084c256-e284-4fc4-b80c-111cb606449a/tab/d084c256-e284-4fc4-b80c-111cb606449b",
                "/ts-token/embed/sales?col1=Region&op1=IN&val1=West&val1=Mid%20west&col2=a+b&param1=p,q",
                "/app?a=%C3%A9&b=%2f%2Fevil.example&c"
            })
    void whenItIsAPlainPathOfThisOrigin_thenAPersonMayGoThere(String path) {
        assertThat(ReturnTo.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("[R63] nothing that could be read as another place, or as more than a path, is taken")
    void whenItCouldBeReadAnotherWay_thenItIsRefused(String text) {
        assertThat(ReturnTo.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("hostileElsewhere")
    @DisplayName("[R63] nothing that is hostile in other places is taken")
    void whenItIsHostileElsewhere_thenItIsRefused(String text) {
        assertThat(ReturnTo.isPlain(text)).isFalse();
    }

    @Test
    void whenItIsEmpty_thenItIsRefused() {
        assertThat(ReturnTo.isPlain("")).isFalse();
    }

    @Test
    void whenItIsLong_thenItIsRefusedBeforeItIsRead() {
        assertThat(ReturnTo.isPlain("/" + "a".repeat(2047))).isTrue();
        assertThat(ReturnTo.isPlain("/" + "a".repeat(2048))).isFalse();
        assertThat(ReturnTo.isPlain("/" + "a/".repeat(1_000_000))).isFalse();
    }

    @Test
    void whenAnAddressOfOursHasAnOddQuery_thenItIsWrittenPlainlyAndSaysTheSame() {
        String address = "/ts-token/embed/app?col1=a:b/c&op1=EQ&val1=(1);'x'&x=%C3%A9";
        String plain = ReturnTo.plain(address);
        assertThat(plain).isEqualTo("/ts-token/embed/app?col1=a%3Ab%2Fc&op1=EQ&val1=%281%29%3B%27x%27&x=%C3%A9");
        assertThat(ReturnTo.isPlain(plain)).isTrue();
        assertThat(ReturnTo.plain("/app;a=b")).isEqualTo("/app;a=b");
    }
}
