package io.github.tstoken;

import io.github.tstoken.config.InvalidConfigException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the service when the application is deployed and ends it when it is undeployed. A failure here fails the
 * deployment on every server; a filter is too late for that on some.
 */
public final class DeploymentListener implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentListener.class);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            RunningService running = RunningService.of(event.getServletContext());
            event.getServletContext()
                    .declareRoles(running.service().config().identity().roles().toArray(String[]::new));
        } catch (InvalidConfigException invalid) {
            // Tomcat writes what a listener throws only to a log per host, where nobody looks first.
            LOG.error("{}", invalid.getMessage());
            throw invalid;
        } catch (ServletException failure) {
            throw new IllegalStateException("ts-token does not start", failure);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        RunningService.stop(event.getServletContext());
    }
}
