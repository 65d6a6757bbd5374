package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What the SDK must see when there is no token. */
final class Problems {
    private Problems() {}

    /** A status, its reason in a header, and neither a body nor a session. */
    static void assertEmpty(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.headers().firstValue("Problem")).contains(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID="));
    }
}
