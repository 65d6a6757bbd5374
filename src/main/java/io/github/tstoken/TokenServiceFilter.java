package io.github.tstoken;

import io.github.tstoken.web.Entrance;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The one entrance. It answers every request below its mapping, {@code /*} in the WAR or {@code /ts-token/*} inside an
 * application: the guard judges the raw request, and what it lets through goes to a resource, marked.
 */
public final class TokenServiceFilter implements Filter {
    private ServletContext context;
    private MountPoint mount;
    private Entrance entrance;

    @Override
    public void init(FilterConfig config) throws ServletException {
        context = config.getServletContext();
        mount = MountPoint.of(config);
        RunningService running = RunningService.of(context);
        entrance = new Entrance(running.service(), running.resources()::service);
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        entrance.enter(AskedReader.read(request, mount), request, (HttpServletResponse) out);
    }

    /** Where the application declares no listener, nobody else would end the service. */
    @Override
    public void destroy() {
        RunningService.stop(context);
    }
}
