package io.github.tstoken.demo;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * What web applications see of the launcher: the servlet API and Tomcat, as on an installed server. Without it they
 * would find the libraries of the test class path, and services of their own libraries twice.
 */
final class ServerClassLoader extends ClassLoader {
    private static final List<String> SHARED = List.of(
            "jakarta.servlet.",
            "jakarta.annotation.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.juli.",
            "org.apache.naming.",
            "org.apache.tomcat.");

    private final ClassLoader launcher;

    ServerClassLoader(ClassLoader launcher) {
        super("server", ClassLoader.getPlatformClassLoader());
        this.launcher = launcher;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isShared(name)) {
            throw new ClassNotFoundException(name);
        }
        return launcher.loadClass(name);
    }

    /** Tomcat reads one of its own classes as a resource when an application ends. */
    @Override
    protected URL findResource(String name) {
        return isShared(name.replace('/', '.')) ? launcher.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }
}
