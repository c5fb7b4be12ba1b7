package vn.lopmo.lms.learning.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    private static final String TRAILER = "trailer << /Root 1 0 R >>\n";
    private static final String CATALOG = "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n";

    private static byte[] bytes(String text) {
        return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int count(String text) {
        return PdfPages.count(bytes(text));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] streamOfObjects(String head, String body) {
        var data = deflated((head + body).getBytes(StandardCharsets.ISO_8859_1));
        var about = "9 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\r\n"
                .formatted(head.trim().split(" ").length / 2, head.length(), data.length);
        return join(bytes(about), data, bytes("\nendstream\nendobj\n"));
    }

    @Test
    void theLeavesOfTheTreeAreCounted() {
        assertEquals(1, PdfPages.count(Samples.pdf(1)));
        assertEquals(37, PdfPages.count(Samples.pdf(37)));
        assertEquals(
                3,
                count(CATALOG + "2 0 obj <</Type/Pages/Count 3/Kids[3 0 R 4 0 R]>> endobj\n"
                        + "3 0 obj <</Type/Pages/Parent 2 0 R/Count 2/Kids 7 0 R>> endobj\n7 0 obj [5 0 R\n6 0 R] endobj\n"
                        + "4 0 obj <</Type/Page>> endobj 5 0 obj <</Type /Page /Tabs/S>> endobj"
                        + " 6 0 obj <</Type/Page>> endobj\n" + TRAILER));
    }

    @Test
    void pagesInObjectStreamsAreCounted() {
        var one = "<</Type/Catalog/Pages 2 0 R>> ";
        var two = "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> ";
        var three = "<</Type/Page/Parent 2 0 R>> ";
        var head = "1 0 2 %d 3 %d 4 %d "
                .formatted(one.length(), one.length() + two.length(), one.length() + two.length() + three.length());
        var crossReferences = bytes("8 0 obj <</Type/XRef/Root 1 0 R/Size 9>> stream\n");

        assertEquals(2, PdfPages.count(join(streamOfObjects(head, one + two + three + three), crossReferences)));
    }

    @Test
    void aLaterChangeCounts() {
        var changed = "2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R 12 0 R]>> endobj\n12 0 obj <</Type/Page>> endobj\n";

        assertEquals(3, PdfPages.count(join(Samples.pdf(2), bytes(changed + TRAILER))));
    }

    @Test
    void whatIsNoSoundPdfHasNone() {
        assertEquals(0, count(""));
        assertEquals(0, count(TRAILER));
        assertEquals(0, count(CATALOG + TRAILER));
        assertEquals(0, count(CATALOG + "2 0 obj <</Type/Pages/Kids[2 0 R]>> endobj " + TRAILER));
        assertEquals(0, count(CATALOG + "2 0 obj <</Type/Pages/Kids[3 0 R]>> endobj " + TRAILER));
        assertEquals(
                0,
                PdfPages.count(join(
                        bytes("9 0 obj <</Type/ObjStm/N 3/First 20/Filter/FlateDecode>> stream\n"),
                        new byte[] {1, 2, 3, 4, 5, 6, 7},
                        bytes(TRAILER))));
        assertEquals(0, PdfPages.count(Samples.pdf(PdfPages.MOST + 1)));
    }

    @Test
    void hostileFilesAreGivenUpSoon() {
        var swelling = deflated(new byte[64 << 20]);
        var bomb = join(
                bytes("9 0 obj <</Type/ObjStm/N 3/First 20/Filter/FlateDecode>> stream\n"), swelling, Samples.pdf(2));
        var noise = new byte[20 << 20];
        new Random(7).nextBytes(noise);
        var many = "1 0 obj ".repeat(2_500_000).getBytes(StandardCharsets.ISO_8859_1);
        var circle = new StringBuilder(CATALOG + "2 0 obj <</Type/Pages/Kids[");
        circle.repeat("2 0 R 3 0 R ", 100_000).append("]>> endobj 3 0 obj <</Kids[2 0 R 2 0 R]>> endobj ");

        var again = new StringBuilder(CATALOG + "2 0 obj <</Type/Pages/Kids[");
        again.repeat("3 0 R ", 1_900).append("]>> endobj 3 0 obj ").repeat("/Typ", 20_000);
        for (int root = 100; root < 140; root++) {
            again.append(root + " 0 obj <</Pages 2 0 R>> endobj /Root " + root + " 0 R ");
        }

        assertTimeout(Duration.ofSeconds(20), () -> {
            assertEquals(0, PdfPages.count(bomb));
            assertEquals(0, PdfPages.count(noise));
            assertEquals(0, PdfPages.count(many));
            assertEquals(0, count(circle + TRAILER));
            assertEquals(0, count(again.toString()));
            assertEquals(0, count("<</Type/ObjStm ".repeat(1_000_000)));
            assertEquals(0, count("1 ".repeat(10_000_000)));
        });
    }
}
