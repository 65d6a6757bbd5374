package io.github.tstoken;

import io.github.tstoken.config.ServerParameters;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** What the server gives to the web application: context parameters and environment entries, as Tomcat's context XML has them. */
final class ServerParametersReader {
    private static final String PREFIX = "tstoken.";
    private static final String ENTRIES = "java:comp/env";

    private ServerParametersReader() {}

    static List<ServerParameters> read(ServletContext context) {
        return List.of(
                new ServerParameters("context parameter", parameters(context)),
                new ServerParameters(ENTRIES, entries()));
    }

    private static Map<String, String> parameters(ServletContext context) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            if (name.startsWith(PREFIX)) {
                parameters.put(name, context.getInitParameter(name));
            }
        }
        return parameters;
    }

    /**
     * An entry that cannot be read may be one that refuses somebody, so the service does not start without it. The names are
     * the container's own, below a constant one: no request has a part in them.
     */
    @SuppressWarnings("BanJNDI")
    private static Map<String, String> entries() {
        Map<String, String> entries = new HashMap<>();
        try {
            Context environment = (Context) new InitialContext().lookup(ENTRIES);
            for (NameClassPair entry : Collections.list(environment.list(""))) {
                if (entry.getName().startsWith(PREFIX)) {
                    entries.put(entry.getName(), String.valueOf(environment.lookup(entry.getName())));
                }
            }
        } catch (NoInitialContextException | NameNotFoundException none) {
            return Map.of();
        } catch (NamingException unreadable) {
            throw new IllegalStateException("ts-token does not start: " + ENTRIES + " cannot be read", unreadable);
        }
        return entries;
    }
}
