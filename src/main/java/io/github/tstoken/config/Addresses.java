package io.github.tstoken.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Types of addresses. Every one is a positive grammar: what is not plainly right is refused. */
final class Addresses {
    private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+";
    private static final Pattern PATH = Pattern.compile("(?:/" + SEGMENT + ")+");
    private static final Pattern PATH_OR_DIRECTORY = Pattern.compile("(?:/" + SEGMENT + ")*/?");
    private static final Pattern QUERY = Pattern.compile("(?:\\?(?:[A-Za-z0-9._~=&+:/-]|%[0-9A-Fa-f]{2})+)?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern FRAME_SOURCE =
            Pattern.compile("'self'|https?://(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*(?::(?:[0-9]{1,5}|\\*))?");

    static final ValueType<URI> BASE_URL = ValueType.of(
            "an https URL (http only to loopback) without user, query and fragment",
            text -> url(text).filter(Addresses::isConfidential).map(Addresses::withoutTrailingSlash));

    /** RFC 6749 section 3.1: an endpoint may have a query of its own, and never a fragment. */
    static final ValueType<URI> ENDPOINT = ValueType.of(
            "an https URL (http only to loopback) without user and fragment",
            text -> endpoint(text).filter(Addresses::isConfidential));

    /** OpenID Connect Core section 1.2, "Issuer Identifier"; kept as it is written, since it is compared so. */
    static final ValueType<String> ISSUER = ValueType.of(
            BASE_URL.allowed(),
            text -> url(text).filter(Addresses::isConfidential).map(url -> text));

    static final ValueType<URI> LINK = ValueType.of(
            "a path that begins with one /, or an https URL (http only to loopback) without user and fragment",
            text -> isPath(text)
                    ? Optional.of(URI.create(text))
                    : endpoint(text).filter(Addresses::isConfidential));

    static final ValueType<URI> PROXY = ValueType.of(
            "a URL of the form http://host:port",
            text -> url(text)
                    .filter(url -> url.getScheme().equals("http") && url.getPort() > 0)
                    .map(Addresses::withoutTrailingSlash)
                    .filter(url -> url.getRawPath().isEmpty()));

    static final ValueType<String> URL_PATH = ValueType.of(
            "a path of plain segments that begins with / and does not end with it",
            text -> Optional.of(text).filter(path -> PATH.matcher(path).matches()));

    static final ValueType<String> PATH_OR_HTTPS = ValueType.of(
            "a path that begins with one /, or an https URL, both without query and fragment",
            text -> Optional.of(text).filter(address -> isPath(address) || isHttps(address)));

    static final ValueType<String> ORIGIN = ValueType.of(
            "an exact origin as browsers write it, https://host or https://host:port (http only to loopback)",
            text -> Optional.of(text).filter(Addresses::isOrigin));

    static final ValueType<List<String>> FRAME_SOURCES = ValueType.of(
            "'none', or 'self' and origins (*. may lead a host), with spaces between them", Addresses::frameSources);

    private Addresses() {}

    /** An http or https URL with a host, a plain path and nothing else; scheme and host in lower case. */
    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            if (!isPlain(uri) || !PATH_OR_DIRECTORY.matcher(uri.getRawPath()).matches()) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() == standardPort(scheme) ? -1 : uri.getPort();
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(new URI(scheme, null, host, port, uri.getRawPath(), null, null));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> endpoint(String text) {
        int question = text.indexOf('?');
        String query = question < 0 ? "" : text.substring(question);
        return QUERY.matcher(query).matches()
                ? url(text.substring(0, text.length() - query.length())).map(url -> URI.create(url + query))
                : Optional.empty();
    }

    private static boolean isPlain(URI uri) {
        return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= 65535;
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost()).matches();
    }

    private static boolean isConfidential(URI url) {
        return url.getScheme().equals("https") || isLoopback(url);
    }

    private static URI withoutTrailingSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    private static boolean isPath(String text) {
        return !text.isEmpty() && PATH_OR_DIRECTORY.matcher(text).matches();
    }

    private static boolean isHttps(String text) {
        return url(text).filter(url -> url.getScheme().equals("https")).isPresent();
    }

    /** Whether the text is the origin of the URL that it is: nothing more, and nothing that a browser writes shorter. */
    private static boolean isOrigin(String text) {
        return url(text)
                .filter(url -> isConfidential(url)
                        && url.getRawPath().isEmpty()
                        && url.toString().equals(text))
                .isPresent();
    }

    private static Optional<List<String>> frameSources(String text) {
        List<String> sources = Arrays.asList(text.strip().split(" +"));
        boolean allowed = sources.equals(List.of("'none'"))
                || sources.stream()
                        .allMatch(source -> FRAME_SOURCE.matcher(source).matches());
        return allowed ? Optional.of(sources) : Optional.empty();
    }
}
