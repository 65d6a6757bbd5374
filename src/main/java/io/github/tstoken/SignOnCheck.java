package io.github.tstoken;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Looks, when the service starts beside applications, whether the server shares their sign-ins with it. Tomcat and WildFly tell
 * it by JMX. A server that does not, or whose MBeans are turned off, is not guessed about.
 */
final class SignOnCheck {
    private static final String WILDFLY = "jboss.as:subsystem=undertow";

    private final MBeanServer beans;

    SignOnCheck(MBeanServer beans) {
        this.beans = beans;
    }

    /**
     * What is wrong with the server's single sign-on, as far as it can be seen.
     *
     * @param virtualServer the server's name of where the application lies, as {@code ServletContext} gives it
     * @param cookie the name that the single sign-on's cookie is expected to have
     */
    Optional<String> mistake(String virtualServer, String cookie) {
        try {
            Optional<Set<ObjectName>> signOns = onTomcat(virtualServer).or(() -> onWildFly());
            return signOns.flatMap(found -> mistake(found, cookie));
        } catch (IllegalArgumentException | SecurityException unknown) {
            return Optional.empty();
        }
    }

    private Optional<String> mistake(Set<ObjectName> signOns, String cookie) {
        if (signOns.isEmpty()) {
            return Optional.of(
                    "the server has no single sign-on, so nobody who signs in to an application beside will be known"
                            + " here: server-config of ts-token has its settings");
        }
        Set<String> names =
                signOns.stream().flatMap(each -> cookieName(each).stream()).collect(Collectors.toUnmodifiableSet());
        return names.isEmpty() || names.contains(cookie)
                ? Optional.empty()
                : Optional.of("the cookie of the server's single sign-on is " + String.join(" or ", names)
                        + ", and tstoken.identity.sso-cookie is " + cookie);
    }

    /** A valve of our host, or of the engine around all hosts; empty when this is no Tomcat. */
    private Optional<Set<ObjectName>> onTomcat(String virtualServer) {
        String[] engineAndHost = virtualServer.split("/", 2);
        if (engineAndHost.length < 2) {
            return Optional.empty();
        }
        String engine = engineAndHost[0];
        String host = engineAndHost[1];
        if (find(engine + ":type=Host,host=" + host).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(find(engine + ":type=Valve,name=SingleSignOn,*").stream()
                .filter(valve -> valve.getKeyProperty("host") == null
                        || valve.getKeyProperty("host").equals(host))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The setting of any security domain, since nobody tells which one is ours; empty when this is no WildFly. */
    private Optional<Set<ObjectName>> onWildFly() {
        return find(WILDFLY).isEmpty()
                ? Optional.empty()
                : Optional.of(find(WILDFLY + ",application-security-domain=*,setting=single-sign-on"));
    }

    private Set<ObjectName> find(String pattern) {
        try {
            return beans.queryNames(new ObjectName(pattern), null);
        } catch (JMException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Optional<String> cookieName(ObjectName signOn) {
        try {
            return Optional.ofNullable(beans.getAttribute(signOn, "cookieName")).map(Object::toString);
        } catch (JMException | RuntimeException notTold) {
            return Optional.empty();
        }
    }
}
