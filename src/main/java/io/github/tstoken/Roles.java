package io.github.tstoken;

import jakarta.servlet.ServletContext;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roles that the configuration names. Payara answers {@code isUserInRole} with no for a role that is not declared. */
final class Roles {
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private Roles() {}

    /** Declares them. Where the listener did not run it is too late on some servers; that is said, since roles decide. */
    static void declare(ServletContext context, Set<String> roles) {
        try {
            context.declareRoles(roles.toArray(String[]::new));
        } catch (IllegalStateException | UnsupportedOperationException tooLate) {
            if (!roles.isEmpty()) {
                LOG.warn(
                        "the roles {} could not be declared to the server, which may now deny them to everybody: declare"
                                + " the listener {} in web.xml, or these roles with security-role",
                        roles,
                        DeploymentListener.class.getName());
            }
        }
    }
}
