package io.github.tstoken;

import io.github.tstoken.web.AccessTokenResource;
import io.github.tstoken.web.AuditResource;
import io.github.tstoken.web.AuthorizationsResource;
import io.github.tstoken.web.AuthorizeResource;
import io.github.tstoken.web.BackChannelLogoutResource;
import io.github.tstoken.web.CallbackResource;
import io.github.tstoken.web.ClientModuleResource;
import io.github.tstoken.web.ConnectionResource;
import io.github.tstoken.web.EmbedResource;
import io.github.tstoken.web.GetTokenResource;
import io.github.tstoken.web.HealthResource;
import io.github.tstoken.web.LoginCallbackResource;
import io.github.tstoken.web.LoginResource;
import io.github.tstoken.web.LogoutResource;
import io.github.tstoken.web.MetricsResource;
import io.github.tstoken.web.OpenApiResource;
import io.github.tstoken.web.PeopleResource;
import io.github.tstoken.web.ReEncryptResource;
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
import java.time.Duration;
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
            LoginResource.class,
            LoginCallbackResource.class,
            BackChannelLogoutResource.class,
            LogoutResource.class,
            WhoamiResource.class,
            HealthResource.class,
            ClientModuleResource.class,
            OpenApiResource.class,
            MetricsResource.class,
            AuditResource.class,
            AuthorizationsResource.class,
            ConnectionResource.class,
            AuthorizeResource.class,
            CallbackResource.class,
            AccessTokenResource.class,
            PeopleResource.class,
            ReEncryptResource.class,
            StatusPageResource.class,
            StrayFailureMapper.class);

    /**
     * No container's error page instead of an empty body; no feature or provider that the class path happens to have, unless
     * it forces itself upon Jersey; no WADL; a {@code Location} stays as it was written, instead of being completed from the
     * {@code Host} header; no buffer to find out a length that every answer says itself.
     */
    private static final Map<String, Object> PROPERTIES = Map.of(
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
            ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL",
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0,
            ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);

    /** For writing the answers that are left when the service ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ServletContainer jersey;
    private final LateAnswers lateAnswers = new LateAnswers();

    JerseyResources(ServletContext context) throws ServletException {
        jersey = new ServletContainer(configuration());
        jersey.init(new Config(context));
    }

    private static ResourceConfig configuration() {
        return new ResourceConfig(RESOURCES).addProperties(PROPERTIES);
    }

    void service(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        jersey.service(ANY_HOST, ANY_HOST.resolve(route.resourcePath()), new BareRequest(request), response);
        if (request.isAsyncStarted()) {
            lateAnswers.expect(request.getAsyncContext());
        }
    }

    /** Ends after the answers that nobody holds up any more. */
    @Override
    public void close() {
        try {
            lateAnswers.await(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
