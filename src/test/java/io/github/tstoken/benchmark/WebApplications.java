package io.github.tstoken.benchmark;

import java.nio.file.Path;
import org.apache.catalina.Container;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/** The web applications of a server. */
final class WebApplications {
    private WebApplications() {}

    /** A web application as one argument. */
    static String war(String contextPath, Path war) {
        return contextPath + "=" + war.toAbsolutePath();
    }

    /** Adds an application, as {@link #war} writes it. It starts with the server, or now when that has started. */
    static void deploy(Tomcat tomcat, String argument) {
        String[] war = argument.split("=", 2);
        tomcat.addWebapp(tomcat.getHost(), war[0], war[1], new WithoutPages());
    }

    static void requireStarted(Tomcat tomcat) {
        for (Container context : tomcat.getHost().findChildren()) {
            if (context.getState() != LifecycleState.STARTED) {
                throw new IllegalStateException(context.getName() + " did not start");
            }
        }
    }

    /** The embedded Tomcat announces JSP pages whose compiler it does not have. */
    private static final class WithoutPages extends ContextConfig {
        @Override
        protected synchronized void beforeStart() {
            super.beforeStart();
            context.removeServletMapping("*.jsp");
            context.removeServletMapping("*.jspx");
            context.removeChild(context.findChild("jsp"));
        }
    }
}
