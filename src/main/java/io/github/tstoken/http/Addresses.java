package io.github.tstoken.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Name lookups apart from connecting. HttpClient resolves names on whatever thread it connects on, which may be an I/O
 * thread; a lookup can block for many seconds. So names are looked up before, on a thread made for it, and HttpClient gets
 * what was found. How long an address is kept is the JVM's setting, but for a second in which nobody asks again: calls that
 * follow each other fast need no other thread to begin.
 */
final class Addresses implements DnsResolver {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Lookup lookup;
    private final LongSupplier nanoTime;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    private record Found(List<InetAddress> addresses, long at) {}

    /** A blocking name lookup. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * Knows no address yet.
     *
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    Addresses(Lookup lookup, LongSupplier nanoTime) {
        this.lookup = lookup;
        this.nanoTime = nanoTime;
    }

    /** Looks a name up; this may block. */
    void lookUp(String host) throws UnknownHostException {
        known.put(host, new Found(List.of(lookup.of(host)), nanoTime.getAsLong()));
    }

    /** Whether the name was looked up within the last second; never blocks. */
    boolean areFresh(String host) {
        Found found = known.get(host);
        return found != null && nanoTime.getAsLong() - found.at() < FRESH.toNanos();
    }

    /** The addresses that {@link #lookUp} found; never blocks. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Found found = known.get(host);
        if (found == null) {
            throw new UnknownHostException("not looked up");
        }
        return found.addresses().toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
