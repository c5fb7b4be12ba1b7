package vn.lopmo.content.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// Where a list goes on, with all that was asked, so that no server keeps anything between two requests. It opens
/// nothing that a fresh request would not, which is why it is not signed.
///
/// @param told how many records were given out before
record ResumptionToken(OaiFormat format, OpenRecords.Wish wish, OpenRecords.Place place, long told) {
    private static final String MADE = "1";

    String text() {
        var plain = String.join(
                "|",
                MADE,
                format.prefix(),
                wish.from().toString(),
                wish.until().toString(),
                wish.subject(),
                place.stamp().toString(),
                place.materialId().toString(),
                String.valueOf(told));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static ResumptionToken of(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 8 && parts[0].equals(MADE)) {
                return new ResumptionToken(
                        OaiFormat.of(parts[1]),
                        new OpenRecords.Wish(Instant.parse(parts[2]), Instant.parse(parts[3]), parts[4]),
                        new OpenRecords.Place(Instant.parse(parts[5]), UUID.fromString(parts[6])),
                        Long.parseLong(parts[7]));
            }
        } catch (IllegalArgumentException | DateTimeException | OaiFault nonsense) {
            // refused below
        }
        throw new OaiFault(OaiFault.Code.badResumptionToken, "not a token of this library");
    }
}
