package io.github.tstoken.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.inside.host.SpringSecurity;
import io.github.tstoken.inside.host.SpringSecurityDefaults;
import io.github.tstoken.server.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application with Spring Security, whose filters run before ours. */
class SpringSecurityIT {
    private static final String TOKEN = "/app/ts-token/token";
    private static final String EMBED = "/app/ts-token/embed/viz/0123abcd-0000-4000-8000-0123456789ab";
    private static final Map<String, String> OPTIONS =
            Map.of("tstoken.user.required-roles", "analyst", "tstoken.redirect.mode", "post");
    private static HostServer told;
    private static HostServer untold;

    @BeforeAll
    static void start() throws Exception {
        told = HostServer.with(war("spring-security.xml"), OPTIONS);
        untold = HostServer.with(war("spring-security-defaults.xml"), OPTIONS);
    }

    private static WebArchive war(String webXml) {
        return HostApplication.war(webXml, SpringSecurity.class, SpringSecurityDefaults.class)
                .addAsLibraries(HostApplication.springLibraries());
    }

    @AfterAll
    static void stop() {
        told.close();
        untold.close();
    }

    @Test
    void whenSomebodyIsSignedInBySpringSecurity_thenTheTokenIsTheirs() {
        HttpResponse<String> answer = signedIn(told, "alice").get(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told.ownerOf(answer.body())).isEqualTo("alice");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void whenSpringSecurityGaveNotTheRole_thenThereIsNoToken() {
        Problems.assertEmpty(signedIn(told, "carol").get(TOKEN), 403, "not-allowed");
    }

    @Test
    @DisplayName("[R1] nobody signed in: 401, no login page, no session")
    void whenNobodyIsSignedIn_thenTsTokenAnswersItself() {
        Problems.assertEmpty(told.visitor().get(TOKEN), 401, "not-signed-in");
    }

    @Test
    void whenCsrfIsLeftToTsToken_thenItsOwnRulesHold() {
        Visitor alice = signedIn(told, "alice");
        assertThat(told.ownerOf(alice.send("POST", TOKEN, "").body())).isEqualTo("alice");
        Problems.assertEmpty(alice.send("POST", TOKEN, "", "Origin", "https://evil.example"), 403, "origin-refused");
    }

    @Test
    void whenThePageIsFramedByTheApplication_thenBothHeadersAllowIt() {
        HttpResponse<String> page = signedIn(told, "alice").get(EMBED);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
    }

    @Test
    @DisplayName("untold, Spring Security redirects /token to its login page, which the SDK would take for a token")
    void whenSpringSecurityGuardsTsTokenToo_thenTheSdkWouldGetALoginPage() {
        HttpResponse<String> answer = untold.visitor().get(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/app/login");
        assertThat(answer.headers().firstValue("Problem")).isEmpty();
    }

    @Test
    void whenSpringSecurityIsUntold_thenAGetWorksAndAPostNeedsItsCsrfToken() {
        Visitor alice = signedIn(untold, "alice");
        assertThat(untold.ownerOf(alice.get(TOKEN).body())).isEqualTo("alice");
        HttpResponse<String> refused = alice.send("POST", TOKEN, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Problem")).isEmpty();
    }

    @Test
    void whenSpringSecurityIsUntold_thenItForbidsFramesWhereNoPolicyOfOursIsRead() {
        HttpResponse<String> page = signedIn(untold, "alice").get(EMBED);
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
    }

    private static Visitor signedIn(HostServer server, String name) {
        return SpringSignIn.signIn(server.visitor(), "/app", name);
    }
}
