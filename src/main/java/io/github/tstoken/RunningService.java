package io.github.tstoken;

import io.github.tstoken.signin.OidcSignIns;
import io.github.tstoken.web.TokenService;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;

/**
 * The service of one web application: started once, by the listener when the application is deployed, or by the filter
 * where the application declares no listener.
 */
final class RunningService implements AutoCloseable {
    private static final String ATTRIBUTE = RunningService.class.getName();

    private final TokenService service;
    private final JerseyResources resources;
    private final Connections connections;

    RunningService(TokenService service, JerseyResources resources, Connections connections) {
        this.service = service;
        this.resources = resources;
        this.connections = connections;
    }

    /**
     * The service of an application, started now unless it runs already.
     *
     * @throws io.github.tstoken.config.InvalidConfigException with every mistake of the configuration
     */
    static RunningService of(ServletContext context) throws ServletException {
        synchronized (RunningService.class) {
            if (context.getAttribute(ATTRIBUTE) instanceof RunningService running) {
                return running;
            }
            RunningService started = Startup.start(context);
            context.setAttribute(ATTRIBUTE, started);
            return started;
        }
    }

    /** Ends the service of an application, if it runs. */
    static void stop(ServletContext context) {
        synchronized (RunningService.class) {
            if (context.getAttribute(ATTRIBUTE) instanceof RunningService running) {
                context.removeAttribute(ATTRIBUTE);
                running.close();
            }
        }
    }

    /** Ends what was signed in by a session, if the service of its application runs. */
    static void sessionDestroyed(HttpSession session) {
        if (session.getServletContext().getAttribute(ATTRIBUTE) instanceof RunningService running) {
            running.service
                    .identification()
                    .endedWith(session)
                    .forEach(ended -> running.service.endSignIn(ended, "the session ended"));
        }
    }

    TokenService service() {
        return service;
    }

    JerseyResources resources() {
        return resources;
    }

    /** Connections first: the calls that are under way fail, and become answers while there is JAX-RS to write them. */
    @Override
    public void close() {
        connections.closeCalls();
        service.authorizations().ifPresent(authorizations -> authorizations.close());
        service.signIns().ifPresent(OidcSignIns::close);
        connections.closeStore();
        resources.close();
        RecordMethods.forgetUs();
    }
}
