package vn.lopmo.assessment.interchange.word;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;

/// The pictures of a Word file: new drawings, old VML, and the previews of embedded equation objects. PNG, JPEG and
/// GIF are kept; metafiles (EMF, WMF) cannot be shown by a browser and are said to be lost.
final class Pictures {
    private static final int EMU_PER_PIXEL = 9525;

    private final WordFile file;
    private final Relations relations;
    private final Map<String, byte[]> kept = new LinkedHashMap<>();

    Pictures(WordFile file, Relations relations) {
        this.file = file;
        this.relations = relations;
    }

    Map<String, byte[]> kept() {
        return kept;
    }

    Thing drawing(Element drawing) {
        for (Element blip : Dom.all(drawing, "blip")) {
            return read(Dom.attribute(blip, "embed"), Thing.Kind.PICTURE, extent(drawing, "cx"), extent(drawing, "cy"));
        }
        return new Thing.Lost(Thing.Kind.PICTURE);
    }

    /// VML: a picture, or the preview of an OLE object (MathType and the old equation editor).
    Thing old(Element element) {
        boolean equation = Dom.all(element, "OLEObject").stream().anyMatch(Pictures::isEquation);
        var kind = equation ? Thing.Kind.FORMULA : Thing.Kind.PICTURE;
        for (Element image : Dom.all(element, "imagedata")) {
            return read(Dom.attribute(image, "id"), kind, 0, 0);
        }
        return new Thing.Lost(kind);
    }

    private static boolean isEquation(Element object) {
        @Nullable String program = Dom.attribute(object, "ProgID");
        return program != null && (program.startsWith("Equation") || program.contains("MathType"));
    }

    private Thing read(@Nullable String relation, Thing.Kind kind, int width, int height) {
        var part = relations.target(relation);
        if (part.isEmpty()) {
            return new Thing.Lost(kind);
        }
        var name = part.get();
        if (!kept.containsKey(name)) {
            var bytes = file.picture(name).filter(Pictures::isShowable);
            if (bytes.isEmpty()) {
                return new Thing.Lost(kind);
            }
            kept.put(name, bytes.get());
        }
        return new Thing.Picture(name, width, height);
    }

    private static boolean isShowable(byte[] bytes) {
        return starts(bytes, 0x89, 'P', 'N', 'G')
                || starts(bytes, 0xFF, 0xD8, 0xFF)
                || starts(bytes, 'G', 'I', 'F', '8');
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int extent(Element drawing, String side) {
        for (Element extent : Dom.all(drawing, "extent")) {
            return Numbering.integer(Dom.attribute(extent, side), 0) / EMU_PER_PIXEL;
        }
        return 0;
    }
}
