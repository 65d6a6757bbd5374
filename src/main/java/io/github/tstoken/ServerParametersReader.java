package io.github.tstoken;

import io.github.tstoken.config.ServerParameters;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.naming.Binding;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server gives to the web application: context parameters and environment entries, as Tomcat's context XML has them. */
final class ServerParametersReader {
    private static final Logger LOG = LoggerFactory.getLogger(ServerParametersReader.class);
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

    private static Map<String, String> entries() {
        Map<String, String> entries = new HashMap<>();
        try {
            for (Binding binding : Collections.list(new InitialContext().listBindings(ENTRIES))) {
                if (binding.getName().startsWith(PREFIX)) {
                    entries.put(binding.getName(), String.valueOf(binding.getObject()));
                }
            }
        } catch (NoInitialContextException | NameNotFoundException none) {
            return Map.of();
        } catch (NamingException unreadable) {
            LOG.warn("environment entries of the server are not read: {}", unreadable.toString());
        }
        return entries;
    }
}
