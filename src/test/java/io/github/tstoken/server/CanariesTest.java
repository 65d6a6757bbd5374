package io.github.tstoken.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanariesTest {
    private static final String SECRET = "canary/of+a=key&\"<%0123456789";
    private static final Canaries CANARIES = new Canaries(List.of(SECRET));

    static Stream<String> leaks() {
        String url = URLEncoder.encode(SECRET, UTF_8);
        return Stream.of(
                "key=" + SECRET,
                SECRET.substring(0, 20),
                "?key=" + url + "&x",
                "?url=" + URLEncoder.encode("https://a/?key=" + url, UTF_8),
                "?key="
                        + url.replace("%2F", "%2f")
                                .replace("%2B", "%2b")
                                .replace("%3D", "%3d")
                                .replace("%3C", "%3c"),
                base64("a" + SECRET + "b"),
                base64("ab" + SECRET + "bcd"),
                base64("abc" + SECRET),
                Base64.getUrlEncoder().encodeToString(("Bearer " + SECRET).getBytes(UTF_8)),
                HexFormat.of().formatHex(SECRET.getBytes(UTF_8)),
                "{\"key\":\"" + SECRET.replace("\"", "\\\"") + "\"}",
                "<input value=\""
                        + SECRET.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;") + "\">");
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void whenATextHasASecret_thenItIsFound(String text) {
        assertThat(CANARIES.in(text)).isNotEmpty();
    }

    @Test
    void whenATextHasNone_thenNothingIsFound() {
        assertThat(CANARIES.in("canary, Y2FuYXJ5, 63616e617279")).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
