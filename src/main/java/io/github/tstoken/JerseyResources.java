package io.github.tstoken;

import io.github.tstoken.web.EmbedResource;
import io.github.tstoken.web.GetTokenResource;
import io.github.tstoken.web.HealthResource;
import io.github.tstoken.web.LogoutResource;
import io.github.tstoken.web.OpenApiResource;
import io.github.tstoken.web.StatusPageResource;
import io.github.tstoken.web.StrayFailureMapper;
import io.github.tstoken.web.TokenJsonResource;
import io.github.tstoken.web.TokenResource;
import io.github.tstoken.web.WhoamiResource;
import io.github.tstoken.web.guard.Route;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jersey, started by us and reached only through our filter. It is no servlet of the container and has no subclass of
 * {@code Application}, so that no scanner finds one (the resources' classes are not final, or Weld would stumble over them
 * in an application that scans its libraries); the address it dispatches by is made from the guard's route and not
 * from the request, so that neither the {@code Host} header nor another spelling of a path gets that far.
 */
final class JerseyResources implements AutoCloseable {
    private static final URI ANY_HOST = URI.create("http://localhost/");
    private static final Set<Class<?>> RESOURCES = Set.of(
            TokenResource.class,
            TokenJsonResource.class,
            GetTokenResource.class,
            EmbedResource.class,
            LogoutResource.class,
            WhoamiResource.class,
            HealthResource.class,
            OpenApiResource.class,
            StatusPageResource.class,
            StrayFailureMapper.class);

    /**
     * No container's error page instead of an empty body; no feature or provider that the class path happens to have, unless it forces itself upon Jersey; no WADL;
     * a {@code Location} stays as it was written, instead of being completed from the {@code Host} header.
     */
    private static final Map<String, Object> PROPERTIES = Map.of(
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
            ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL",
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);

    private final ServletContainer jersey;

    JerseyResources(ServletContext context) throws ServletException {
        jersey = new ServletContainer(new ResourceConfig(RESOURCES).addProperties(PROPERTIES));
        jersey.init(new Config(context));
    }

    void service(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        jersey.service(ANY_HOST, ANY_HOST.resolve(route.resourcePath()), new BareRequest(request), response);
    }

    @Override
    public void close() {
        jersey.destroy();
    }

    private record Config(ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return "ts-token";
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
