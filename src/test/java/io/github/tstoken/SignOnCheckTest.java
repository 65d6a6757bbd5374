package io.github.tstoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class SignOnCheckTest {
    private static final String ON_TOMCAT = "Catalina/localhost";
    private static final String COOKIE = "JSESSIONIDSSO";
    private static final String VALVE = "Catalina:type=Valve,host=localhost,name=SingleSignOn";
    private static final String UNDERTOW = "jboss.as:subsystem=undertow";
    private static final String SETTING = UNDERTOW + ",application-security-domain=other,setting=single-sign-on";

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    /** Attributes are named as WildFly has them. */
    public interface Cookie {
        String getcookieName();
    }

    @Test
    void whenTomcatHasNoValve_thenItIsSaid() throws JMException {
        register("Catalina:type=Host,host=localhost");
        register("Catalina:type=Valve,host=localhost,name=AccessLogValve");
        register("Catalina:type=Valve,host=other,name=SingleSignOn");
        assertThat(mistake(ON_TOMCAT, COOKIE).orElseThrow()).contains("no single sign-on", "server-config");
    }

    @Test
    void whenTomcatHasTheValveAtTheHostOrTheEngine_thenNothingIsWrong() throws JMException {
        register("Catalina:type=Host,host=localhost");
        register(VALVE);
        assertThat(mistake(ON_TOMCAT, COOKIE)).isEmpty();
        beans.unregisterMBean(new ObjectName(VALVE));
        register("Catalina:type=Valve,name=SingleSignOn");
        assertThat(mistake(ON_TOMCAT, COOKIE)).isEmpty();
    }

    @Test
    void whenWildFlyHasNoSetting_thenItIsSaid() throws JMException {
        register(UNDERTOW);
        register(UNDERTOW + ",application-security-domain=other");
        assertThat(mistake("default-host", COOKIE).orElseThrow()).contains("no single sign-on");
    }

    @Test
    void whenTheCookieHasAnotherName_thenBothAreSaid() throws JMException {
        register(UNDERTOW);
        register(SETTING);
        assertThat(mistake("default-host", COOKIE)).isEmpty();
        assertThat(mistake("default-host", "SSO").orElseThrow())
                .contains("single sign-on is JSESSIONIDSSO", "tstoken.identity.sso-cookie is SSO");
    }

    @Test
    void whenTheServerTellsNothing_thenNothingIsGuessed() {
        assertThat(mistake("server", COOKIE)).isEmpty();
        assertThat(mistake(ON_TOMCAT, COOKIE)).isEmpty();
        assertThat(mistake("a:b*/c,d=?", COOKIE)).isEmpty();
    }

    private Optional<String> mistake(String virtualServer, String cookie) {
        return new SignOnCheck(beans).mistake(virtualServer, cookie);
    }

    private void register(String name) throws JMException {
        beans.registerMBean(new StandardMBean((Cookie) () -> COOKIE, Cookie.class), new ObjectName(name));
    }
}
