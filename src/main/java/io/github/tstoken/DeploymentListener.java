package io.github.tstoken;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Starts the service when the application is deployed and ends it when it is undeployed. A failure here fails the
 * deployment on every server; a filter is too late for that on some. It also hears of the end of sessions.
 */
public final class DeploymentListener implements ServletContextListener, HttpSessionListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            MountPoint.check(event.getServletContext());
            RunningService.of(event.getServletContext());
        } catch (ServletException failure) {
            throw new IllegalStateException("ts-token does not start: " + failure.getMessage(), failure);
        }
    }

    /** With the session its sign-in ends, and so do the tokens. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        RunningService.sessionDestroyed(event.getSession());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        RunningService.stop(event.getServletContext());
    }
}
