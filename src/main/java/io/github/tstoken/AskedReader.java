package io.github.tstoken;

import io.github.tstoken.web.guard.Asked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static String ownOrigin(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean isDefault = scheme.equals("https") && port == 443 || scheme.equals("http") && port == 80;
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        return scheme + "://" + host + (isDefault ? "" : ":" + port);
    }
}
