package io.github.tstoken.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.authenticator.SingleSignOn;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.JreMemoryLeakPreventionListener;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** A Tomcat on loopback, set up as {@code server-config/tomcat} says: single sign-on, and errors without a report. */
public final class DemoTomcat implements AutoCloseable {
    private final Tomcat tomcat;

    private DemoTomcat(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** On this port of the loopback interface; 0 for a free one. */
    public static DemoTomcat create(int port) throws IOException {
        Path base = Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo")), "tomcat-");
        Files.createDirectories(base.resolve("webapps"));
        Tomcat tomcat = new Tomcat();
        // First of all: the folder is settled with the first use of the server, and without one no WAR is unpacked.
        tomcat.setBaseDir(base.toAbsolutePath().toString());
        // As in the server.xml of every Tomcat: otherwise its own search for forgotten drivers would load those of the
        // WAR.
        tomcat.getServer().addLifecycleListener(new JreMemoryLeakPreventionListener());
        tomcat.setPort(port);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        ClassLoader launcher = DemoTomcat.class.getClassLoader();
        tomcat.getEngine().setParentClassLoader(new ServerClassLoader(launcher));
        addValves(tomcat.getHost());
        Person.all().forEach(person -> addAccount(tomcat, person));
        return new DemoTomcat(tomcat);
    }

    /** A web application with these context parameters. */
    public void deploy(String contextPath, Path war, Map<String, String> parameters) {
        Context context = tomcat.addWebapp(contextPath, war.toAbsolutePath().toString());
        parameters.forEach(context::addParameter);
        // An installed server has no test class path, where our own fragment would be found a second time.
        ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
        context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
                removePages(context);
            }
        });
    }

    /** Starts all; an {@link IllegalStateException} when one of the applications does not start. */
    public void start() throws LifecycleException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Under exec:java the context class loader is not the one that has Tomcat's classes.
        thread.setContextClassLoader(DemoTomcat.class.getClassLoader());
        try {
            tomcat.start();
            requireStarted();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the web applications run on, to be changed before the start. */
    public Host host() {
        return tomcat.getHost();
    }

    /** The folder that has everything the server writes. */
    public Path folder() {
        return tomcat.getServer().getCatalinaBase().toPath();
    }

    /** Where it listens. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        }
    }

    private void requireStarted() {
        for (var context : tomcat.getHost().findChildren()) {
            if (context.getState() != LifecycleState.STARTED) {
                close();
                throw new IllegalStateException(context.getName() + " did not start; its reasons are in the log above");
            }
        }
        if (tomcat.getConnector().getState() != LifecycleState.STARTED) {
            throw new IllegalStateException("The port is not free");
        }
    }

    /** The embedded Tomcat announces JSP pages whose compiler it does not have. */
    private static void removePages(Context context) {
        context.removeServletMapping("*.jsp");
        context.removeServletMapping("*.jspx");
        context.removeChild(context.findChild("jsp"));
    }

    private static void addValves(Host host) {
        host.getPipeline().addValve(new SingleSignOn());
        ((StandardHost) host).setErrorReportValveClass("");
    }

    private static void addAccount(Tomcat tomcat, Person person) {
        tomcat.addUser(person.name(), person.password());
        person.roles().forEach(role -> tomcat.addRole(person.name(), role));
    }
}
