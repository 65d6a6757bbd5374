package io.github.tstoken.web.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Origins as browsers write them. */
public final class Origin {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private Origin() {}

    /** "scheme "://" host [ ":" port ]", RFC 6454 section 7: in lower case, and without the scheme's default port. */
    public static String of(String scheme, String host, int port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        boolean isDefault = port < 0 || Integer.valueOf(port).equals(DEFAULT_PORTS.get(lower));
        return lower + "://" + host.toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + port);
    }

    /** The origin of an http or https URL. */
    public static String of(URI url) {
        return of(url.getScheme(), url.getHost(), url.getPort());
    }
}
