package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OidcSessionTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final String CLAIMS = "{\"sub\":[\"bob\"],\"sid\":[\"s1\"]}";

    private final Map<String, Object> attributes = new HashMap<>();
    private int sessions;
    private int idChanges;
    private int life;

    private HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSession" -> session((boolean) arguments[0]);
            case "changeSessionId" -> "id" + ++idChanges;
            default -> throw new AssertionError("asked for " + method);
        });
    }

    private HttpSession session(boolean create) {
        sessions = create ? 1 : sessions;
        return sessions == 0
                ? null
                : proxy(HttpSession.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> "id" + idChanges;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> attributes.remove((String) arguments[0]);
                    case "setMaxInactiveInterval" -> lasts((int) arguments[0]);
                    default -> throw new AssertionError("asked for " + method);
                });
    }

    private Object lasts(int seconds) {
        life = seconds;
        return null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(OidcSessionTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private OidcSignIn begin() {
        return OidcSession.begin(request(), CLAIMS, NOW, Optional.empty());
    }

    @Test
    void whenNobodyHasASession_thenThereIsNoSignInAndNoneIsMade() {
        assertThat(OidcSession.of(request())).isEmpty();
        OidcSession.end(request());
        assertThat(sessions).isZero();
    }

    @Test
    void whenSomebodySignsIn_thenTheSessionKnowsThem() {
        OidcSignIn begun = begin();
        assertThat(OidcSession.of(request()))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(begun.id()));
        assertThat(begun.subject()).isEqualTo("bob");
        assertThat(begun.sessionId()).contains("s1");
        assertThat(begun.signedInAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("[R9] a session that was there before gets another id, and keeps what the application has in it")
    void whenThereIsASession_thenItsIdChanges() {
        sessions = 1;
        attributes.put("cart", "of the application");
        begin();
        assertThat(idChanges).isEqualTo(1);
        assertThat(attributes).containsEntry("cart", "of the application");
    }

    @Test
    void whenSomebodySignsInAgain_thenItIsAnotherSignIn() {
        Fingerprint first = begin().id();
        assertThat(begin().id()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("[R33] a session has texts only, and survives a restart")
    void whenASessionIsKept_thenItHasThreeTexts() {
        begin();
        assertThat(attributes.values()).hasSize(3).allMatch(String.class::isInstance);
    }

    @Test
    void whenTheSignInEnds_thenTheRestOfTheSessionStays() {
        attributes.put("cart", "of the application");
        begin();
        OidcSession.end(request());
        assertThat(attributes).containsOnlyKeys("cart");
        assertThat(OidcSession.of(request())).isEmpty();
    }

    @Test
    void whenTheSessionIsOurs_thenItLastsAsLongAsWeSay() {
        begin();
        assertThat(life).isZero();
        OidcSession.begin(request(), CLAIMS, NOW, Optional.of(Duration.ofHours(1)));
        assertThat(life).isEqualTo(3600);
    }
}
