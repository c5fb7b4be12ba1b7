package vn.lopmo.platform.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes UUIDv7 identifiers (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness, so that rows made
/// together lie together in an index. Safe for any number of threads.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
