package io.github.tstoken;

import io.github.tstoken.web.guard.Asked;
import io.github.tstoken.web.guard.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a servlet request into the values that the guard judges. Only raw values: nothing that the container decoded. */
final class AskedReader {
    private AskedReader() {}

    static Asked read(HttpServletRequest request, MountPoint mount) {
        return new Asked(
                request.getMethod(),
                mount.path(),
                mount.behind(request.getRequestURI()),
                Optional.ofNullable(request.getQueryString()),
                headers(request),
                ownOrigin(request));
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Asked.HEADERS) {
            Enumeration<String> values = request.getHeaders(name);
            if (values.hasMoreElements()) {
                headers.put(name, Collections.list(values));
            }
        }
        return headers;
    }

    private static String ownOrigin(HttpServletRequest request) {
        return Origin.of(request.getScheme(), request.getServerName(), request.getServerPort());
    }
}
