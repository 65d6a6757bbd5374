package io.github.tstoken;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignOnCheckTest {
    private static final String ON_TOMCAT = "Catalina/localhost";
    private static final String VALVE = "Catalina:type=Valve,host=localhost,name=SingleSignOn";
    private static final String UNDERTOW = "jboss.as:subsystem=undertow";

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    @Test
    @DisplayName("[R8] a server without single sign-on is told at start")
    void whenTomcatHasNoValve_thenItIsSaid() throws JMException {
        register("Catalina:type=Host,host=localhost");
        register("Catalina:type=Valve,host=localhost,name=AccessLogValve");
        register("Catalina:type=Valve,host=other,name=SingleSignOn");
        assertThat(isMissing(ON_TOMCAT)).isTrue();
    }

    @Test
    void whenTomcatHasTheValveAtTheHostOrTheEngine_thenNothingIsWrong() throws JMException {
        register("Catalina:type=Host,host=localhost");
        register("Catalina:type=Valve,host=localhost,name=AccessLogValve");
        register(VALVE);
        assertThat(isMissing(ON_TOMCAT)).isFalse();
        beans.unregisterMBean(new ObjectName(VALVE));
        register("Catalina:type=Valve,name=SingleSignOn");
        assertThat(isMissing(ON_TOMCAT)).isFalse();
    }

    @Test
    void whenTheValvesOfTheHostHaveNotStarted_thenNothingIsGuessed() throws JMException {
        register("Catalina:type=Host,host=localhost");
        register("Catalina:type=Valve,host=localhost,context=/app,name=FormAuthenticator");
        assertThat(isMissing(ON_TOMCAT)).isFalse();
    }

    @Test
    void whenNoSecurityDomainOfWildFlyHasTheSetting_thenItIsSaid() throws JMException {
        register(UNDERTOW);
        register(UNDERTOW + ",application-security-domain=other");
        assertThat(isMissing("default-host")).isTrue();
        register(UNDERTOW + ",application-security-domain=other,setting=single-sign-on");
        assertThat(isMissing("default-host")).isFalse();
    }

    @Test
    void whenTheServerIsWildFly_thenFormIsNeeded() throws JMException {
        register("Catalina:type=Host,host=localhost");
        assertThat(new SignOnCheck(beans).needsForm()).isFalse();
        register(UNDERTOW);
        assertThat(new SignOnCheck(beans).needsForm()).isTrue();
    }

    @Test
    void whenTheServerTellsNothing_thenNothingIsGuessed() {
        assertThat(isMissing("server")).isFalse();
        assertThat(isMissing(ON_TOMCAT)).isFalse();
        assertThat(isMissing("a:b/c/d")).isFalse();
        assertThat(isMissing("a:b*/c,d=?")).isFalse();
    }

    private boolean isMissing(String virtualServer) {
        return new SignOnCheck(beans).isMissing(virtualServer);
    }

    private void register(String name) throws JMException {
        beans.registerMBean(new StandardMBean((Runnable) () -> {}, Runnable.class), new ObjectName(name));
    }
}
