package io.github.tstoken.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address or a range of them. No name is ever looked up.
 *
 * @param network an address of the range
 * @param prefix how many of its first bits all addresses of the range have
 */
public record AddressRange(InetAddress network, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:^|\\.)(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
    private static final Pattern RANGE = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

    /** Reads {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code ::1} or {@code fd00::/8} (RFC 4632, RFC 4291 section 2.3). */
    static Optional<AddressRange> parse(String text) {
        Matcher parts = RANGE.matcher(text);
        return parts.matches()
                ? address(parts.group(1)).flatMap(network -> of(network, parts.group(2)))
                : Optional.empty();
    }

    private static Optional<AddressRange> of(InetAddress network, String prefix) {
        int bits = bits(network);
        int given = prefix == null ? bits : Integer.parseInt(prefix);
        return given <= bits ? Optional.of(new AddressRange(network, given)) : Optional.empty();
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Whether an address as the server writes it is in the range; what is no address is in none. */
    public boolean has(String address) {
        // An IPv6 address may name the interface behind a "%", RFC 4007 section 11.
        return address(address.split("%", -1)[0]).filter(this::has).isPresent();
    }

    private boolean has(InetAddress address) {
        byte[] wanted = network.getAddress();
        byte[] given = address.getAddress();
        if (wanted.length != given.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((wanted[bit / Byte.SIZE] ^ given[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // A literal, so that nobody is asked for it.
            return Optional.of(InetAddress.getAllByName(text)[0]);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
