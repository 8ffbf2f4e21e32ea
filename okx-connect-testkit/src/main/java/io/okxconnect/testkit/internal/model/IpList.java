package io.okxconnect.testkit.internal.model;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses and network segments that a key may be used from; empty means from anywhere. */
public final class IpList {
    private static final int LONGEST = 20;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<Segment> segments;

    private IpList(List<Segment> segments) {
        this.segments = segments;
    }

    public static IpList of(List<String> entries) {
        return of(entries, LONGEST);
    }

    /** As {@link #of(List)}, for lists that are not those of a key made by hand. */
    public static IpList of(List<String> entries, int most) {
        if (entries.size() > most) {
            throw ErrorCode.TOO_MANY_IPS.refusal();
        }
        return new IpList(entries.stream().map(Segment::parse).toList());
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    public boolean allows(String address) {
        if (segments.isEmpty()) {
            return true;
        }
        byte[] bytes = address(address);
        return segments.stream().anyMatch(segment -> segment.contains(bytes));
    }

    /** The entries as OKX lists them: a comma list, empty for none. */
    public String text() {
        return String.join(",", segments.stream().map(Segment::text).toList());
    }

    /** Checks that {@code address} is the text of one IPv4 or IPv6 address. */
    public static String requireAddress(String address) {
        address(address);
        return address;
    }

    private static byte[] address(String text) {
        // The patterns keep names out, so that no lookup can ever happen here.
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new IllegalArgumentException("not an IPv4 or IPv6 address: " + text);
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IPv4 or IPv6 address: " + text, e);
        }
    }

    /** A network: its address as a number of {@code width} bits, of which the first {@code prefix} count. */
    private record Segment(String text, BigInteger network, int width, int prefix) {
        static Segment parse(String entry) {
            int slash = entry.indexOf('/');
            byte[] network = address(slash < 0 ? entry : entry.substring(0, slash));
            int width = network.length * 8;
            int prefix = slash < 0 ? width : prefix(entry, entry.substring(slash + 1), width);
            return new Segment(entry, new BigInteger(1, network), width, prefix);
        }

        private static int prefix(String entry, String text, int width) {
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > width) {
                throw new IllegalArgumentException(
                        "the part after / must be a number from 0 to " + width + " in: " + entry);
            }
            return Integer.parseInt(text);
        }

        boolean contains(byte[] address) {
            return address.length * 8 == width
                    && network.xor(new BigInteger(1, address))
                                    .shiftRight(width - prefix)
                                    .signum()
                            == 0;
        }
    }
}
