package io.github.tstoken.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedSignInTest {
    private static final String OTHER_NAME = "SSO2";
    private static final Logger LOGGER = Logger.getLogger(SharedSignIn.class.getName());

    private final SharedSignIn signOn = new SharedSignIn("JSESSIONIDSSO");
    private final Lines lines = new Lines();

    private static final class Lines extends Handler {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            all.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(lines);
    }

    @Test
    void whenTheCookieDidNotCome_thenItIsNamed() {
        assertThat(absence(FakeRequest.ofNobody()))
                .startsWith("No single sign-on cookie JSESSIONIDSSO came")
                .contains("server-config", "tstoken.identity.sso-cookie");
        assertThat(absence(FakeRequest.ofNobody().withCookies(OTHER_NAME))).startsWith("No single sign-on cookie");
    }

    @Test
    void whenTheCookieCame_thenTheServerDoesNotKnowIt() {
        assertThat(absence(FakeRequest.ofNobody().withCookies(OTHER_NAME, "JSESSIONIDSSO")))
                .startsWith("The cookie JSESSIONIDSSO came, but")
                .contains("realm");
    }

    @Test
    void whenTheCookieHasAnotherName_thenThatOneIsLookedFor() {
        assertThat(new SharedSignIn(OTHER_NAME)
                        .absence(FakeRequest.ofNobody().withCookies(OTHER_NAME).toServlet()))
                .startsWith("The cookie SSO2 came");
    }

    @Test
    void whenNobodyWasEverKnown_thenTheLogSaysWhyOnce() {
        absence(FakeRequest.ofNobody());
        absence(FakeRequest.ofNobody());
        assertThat(lines.all)
                .singleElement()
                .asString()
                .startsWith("WARNING nobody has been known here since the start");
    }

    @Test
    void whenSomebodyWasKnown_thenNothingIsWrongAndNothingIsLogged() {
        CallerResolver principal = new PrincipalResolver(new CallerFacts(Set.of(), Set.of()));
        Identification identification =
                new Identification(Map.of("principal", principal), SignInIds.inside(), Optional.of(signOn));
        assertThat(identification.identify(FakeRequest.of("alice").toServlet())).isPresent();
        absence(FakeRequest.ofNobody());
        assertThat(lines.all).isEmpty();
    }

    private String absence(FakeRequest request) {
        return signOn.absence(request.toServlet());
    }
}
