package vn.lopmo.assessment.paper;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import vn.lopmo.platform.refusal.Refusal;

/// Addresses of a computer room: one, or a range in CIDR notation (RFC 4632, RFC 4291), of IPv4 or IPv6.
public final class AddressRange {
    // looked at first, because Java reads "10" as 0.0.0.10 and would ask the network for a name
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// The widest private networks: 10.0.0.0/8 (RFC 1918) and fc00::/7 (RFC 4193). Anything wider is no room.
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 7;

    private final InetAddress network;
    private final int prefix;

    private AddressRange(InetAddress network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /// @throws Refusal.Invalid if it is neither an address nor a range, or a range wider than any school
    public static AddressRange of(String text) {
        var bare = text.strip();
        int slash = bare.indexOf('/');
        try {
            var network = address(slash < 0 ? bare : bare.substring(0, slash));
            int bits = network.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(bare.substring(slash + 1));
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("a prefix of " + prefix);
            }
            if (prefix < (network instanceof Inet4Address ? WIDEST_IPV4 : WIDEST_IPV6)) {
                throw new Refusal.Invalid("address-too-wide", bare);
            }
            return new AddressRange(network, prefix);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal.Invalid("address-malformed", bare);
        }
    }

    /// An address without asking anybody for a name. An IPv4 address inside IPv6 (`::ffff:10.0.3.7`) is an
    /// IPv4 address.
    ///
    /// @throws IllegalArgumentException if it is none
    public static InetAddress address(String text) {
        var bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        var literal = zone < 0 ? bare : bare.substring(0, zone);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw new IllegalArgumentException("no address");
        }
        return InetAddress.ofLiteral(literal);
    }

    public boolean has(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int rest = mine.length * Byte.SIZE - prefix;
        return new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    @Override
    public String toString() {
        boolean single = prefix == network.getAddress().length * Byte.SIZE;
        return single ? network.getHostAddress() : network.getHostAddress() + "/" + prefix;
    }
}
