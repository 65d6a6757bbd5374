package io.github.tstoken;

import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Looks, when the service starts beside applications, whether the server shares their sign-ins with it. Tomcat and WildFly show
 * it by JMX. A server that does not, or whose MBeans are turned off, is not guessed about. Only names are asked for: while
 * WildFly starts, it logs an error for every attribute that is read.
 */
final class SignOnCheck {
    private static final String WILDFLY = "jboss.as:subsystem=undertow";

    private final MBeanServer beans;

    SignOnCheck(MBeanServer beans) {
        this.beans = beans;
    }

    /**
     * Whether the server has no single sign-on.
     *
     * @param virtualServer the server's name of where the application lies, as {@code ServletContext} gives it
     * @return false also when it cannot be seen
     */
    boolean isMissing(String virtualServer) {
        try {
            return signOns(virtualServer).filter(Set::isEmpty).isPresent();
        } catch (JMException | SecurityException notShown) {
            return false;
        }
    }

    /**
     * Whether the server looks for its single sign-on only in web applications whose {@code login-config} is FORM: so does
     * WildFly, whatever the others are.
     */
    boolean needsForm() {
        try {
            return !find(WILDFLY).isEmpty();
        } catch (JMException | SecurityException notShown) {
            return false;
        }
    }

    /** The single sign-ons that there are; empty when it cannot be seen. */
    private Optional<Set<ObjectName>> signOns(String virtualServer) throws JMException {
        // Any security domain's, since nobody tells which one is ours.
        if (!find(WILDFLY).isEmpty()) {
            return Optional.of(find(WILDFLY + ",application-security-domain=*,setting=single-sign-on"));
        }
        String[] engineAndHost = virtualServer.split("/", -1);
        return engineAndHost.length == 2 ? onTomcat(engineAndHost[0], engineAndHost[1]) : Optional.empty();
    }

    /** The valves of our host, else of the engine around all hosts; empty when this is no Tomcat. */
    private Optional<Set<ObjectName>> onTomcat(String engine, String host) throws JMException {
        if (find(engine + ":type=Host,host=" + host).isEmpty() || !hasStarted(engine, host)) {
            return Optional.empty();
        }
        Set<ObjectName> ofTheHost = find(engine + ":type=Valve,host=" + host + ",name=SingleSignOn");
        return Optional.of(ofTheHost.isEmpty() ? find(engine + ":type=Valve,name=SingleSignOn") : ofTheHost);
    }

    /** An embedded Tomcat starts its applications before the valves of their host, which are not shown until then. */
    private boolean hasStarted(String engine, String host) throws JMException {
        return find(engine + ":type=Valve,host=" + host + ",*").stream()
                .anyMatch(valve -> valve.getKeyProperty("context") == null);
    }

    private Set<ObjectName> find(String pattern) throws JMException {
        return beans.queryNames(new ObjectName(pattern), null);
    }
}
