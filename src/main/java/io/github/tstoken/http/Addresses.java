package io.github.tstoken.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Name lookups apart from connecting. HttpClient resolves names on whatever thread it connects on, which may be an I/O
 * thread; a lookup can block for many seconds. So names are looked up before, on a thread made for it, and HttpClient gets
 * what was found. How long an address is kept is the JVM's setting.
 */
final class Addresses implements DnsResolver {
    private final Lookup lookup;
    private final Map<String, InetAddress[]> found = new ConcurrentHashMap<>();

    /** A blocking name lookup. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    Addresses(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Looks a name up; this may block. */
    void lookUp(String host) throws UnknownHostException {
        found.put(host, lookup.of(host));
    }

    /** The addresses that {@link #lookUp} found; never blocks. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = found.get(host);
        if (addresses == null) {
            throw new UnknownHostException("not looked up");
        }
        return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
