package io.github.tstoken.inside.host;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.identity.CallerResolver;
import io.github.tstoken.identity.IdentityUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reverse proxy signs people in and says who it is, in a header that it sets on every request. */
public final class ReverseProxyResolver implements CallerResolver {
    private static final String HEADER = "X-Proxy-User";

    @Override
    public String name() {
        return "reverse-proxy";
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        // Anybody can send a header. Only the proxy, by the address of its connection, is believed.
        String proxy = request.getServletContext().getInitParameter("reverse-proxy-address");
        if (proxy == null || !request.getRemoteAddr().equals(proxy)) {
            return Optional.empty();
        }
        List<String> names = Collections.list(request.getHeaders(HEADER));
        if (names.size() > 1) {
            throw new IdentityUnavailableException("more than one " + HEADER);
        }
        return names.stream().map(name -> caller(name)).findFirst();
    }

    private Caller caller(String name) {
        return new Caller(name, name(), Set.of(), Map.of(), Map.of());
    }
}
