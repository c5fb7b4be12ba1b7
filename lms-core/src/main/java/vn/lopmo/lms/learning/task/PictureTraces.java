package vn.lopmo.lms.learning.task;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Takes out of a photograph what the camera wrote beside it: where it was taken, when and with what. Which way up it
/// is stays. Pages scale photographs before they send them, which leaves nothing; this is for those that came as
/// they were.
final class PictureTraces {
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 0x0112;

    private PictureTraces() {}

    /// The same picture; other types than JPEG as they are.
    static byte[] without(byte[] bytes, String mediaType) {
        return mediaType.equals("image/jpeg") ? ofJpeg(bytes) : bytes;
    }

    /// Segments up to the scan, see ITU-T T.81, annex B: APP1 to APP13 and comments are left out, but not APP2 (the
    /// colours) and APP14 (how they are coded).
    private static byte[] ofJpeg(byte[] bytes) {
        var kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            int length = 2 + Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(at + 2));
            if (marker == START_OF_SCAN || at + length > bytes.length) {
                break;
            }
            if (marker == EXIF) {
                writeOrientation(kept, orientation(bytes, at + 4, length - 4));
            } else if (!isTrace(marker)) {
                kept.write(bytes, at, length);
            }
            at += length;
        }
        kept.write(bytes, at, bytes.length - at);
        return kept.toByteArray();
    }

    private static boolean isTrace(int marker) {
        return (marker > EXIF + 1 && marker <= 0xED) || marker == 0xFE;
    }

    /// 1 (upright) to 8, from the first directory of an Exif segment; 1 for anything that cannot be read.
    private static int orientation(byte[] bytes, int from, int length) {
        if (length < 16 || bytes[from] != 'E' || bytes[from + 1] != 'x' || bytes[from + 2] != 'i') {
            return 1;
        }
        var tiff = ByteBuffer.wrap(bytes, from + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return 1;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int said = tiff.getShort(entry + 8);
                return said >= 1 && said <= 8 ? said : 1;
            }
        }
        return 1;
    }

    /// An Exif segment that says nothing else.
    private static void writeOrientation(ByteArrayOutputStream out, int orientation) {
        if (orientation == 1) {
            return;
        }
        var segment = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        segment.put((byte) 0xFF).put((byte) EXIF).putShort((short) 34);
        segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        segment.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1);
        segment.putShort((short) orientation).putShort((short) 0).putInt(0);
        out.writeBytes(segment.array());
    }
}
