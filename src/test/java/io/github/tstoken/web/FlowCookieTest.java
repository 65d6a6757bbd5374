package io.github.tstoken.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCookieTest {
    private static final String NAME = "ts-token-flow";
    private static final String VALUE = "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJK0123";

    private static HttpServletRequest with(Cookie... cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> cookies.length == 0 ? null : cookies);
    }

    @Test
    void whenABrowserHasNone_thenItGetsANewOneForUsAlone() {
        FlowCookie first = FlowCookie.ofBeginning(with());
        FlowCookie second = FlowCookie.ofBeginning(with(new Cookie("other", VALUE)));
        assertThat(first.setCookie("/ts-token"))
                .matches(
                        "ts-token-flow=[A-Za-z0-9_-]{43}; Path=/ts-token; Max-Age=600; Secure; HttpOnly; SameSite=Lax");
        assertThat(first.hash()).isNotEqualTo(second.hash());
    }

    @Test
    void whenABrowserHasOne_thenItKeepsItForLonger() {
        FlowCookie cookie = FlowCookie.ofBeginning(with(new Cookie(NAME, VALUE)));
        assertThat(cookie.setCookie("")).startsWith(NAME + "=" + VALUE + "; Path=/;");
        assertThat(FlowCookie.broughtBy(with(new Cookie("a", "b"), new Cookie(NAME, VALUE))))
                .map(FlowCookie::hash)
                .contains(cookie.hash());
    }

    @Test
    void whenItIsKept_thenNotInTheClear() {
        FlowCookie cookie = FlowCookie.ofBeginning(with(new Cookie(NAME, VALUE)));
        assertThat(cookie.hash()).hasSize(64).doesNotContain(VALUE);
        assertThat(cookie).hasToString("FlowCookie[value=Secret[redacted]]");
    }

    @Test
    void whenASiblingSiteHasSetASecondOne_thenNeitherIsBelieved() {
        HttpServletRequest two = with(new Cookie(NAME, VALUE), new Cookie(NAME, VALUE.replace('a', 'b')));
        assertThat(FlowCookie.broughtBy(two)).isEmpty();
        assertThat(FlowCookie.broughtBy(with(new Cookie(NAME, VALUE), new Cookie(NAME, VALUE))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJK012",
                "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJK012."
            })
    void whenItIsNotOneOfOurs_thenItIsNone(String value) {
        assertThat(FlowCookie.broughtBy(with(new Cookie(NAME, value)))).isEmpty();
    }
}
