package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.server.Visitor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of Spring Security, with its CSRF token. */
final class SpringSignIn {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private SpringSignIn() {}

    /** Signs in at this context path. */
    static Visitor signIn(Visitor visitor, String contextPath, String name) {
        Matcher csrf = CSRF.matcher(visitor.get(contextPath + "/login").body());
        assertThat(csrf.find()).as("a login form").isTrue();
        String form = "username=" + name + "&password=" + name + "-demo&_csrf=" + csrf.group(1);
        String location = visitor.send(
                        "POST", contextPath + "/login", form, "Content-Type", "application/x-www-form-urlencoded")
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(location).as("after the sign-in").doesNotContain("error");
        return visitor;
    }
}
