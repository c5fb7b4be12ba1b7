package vn.lopmo.lms.course.cartridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.course.cartridge.Cartridge.Lesson;
import vn.lopmo.lms.course.cartridge.Cartridge.Link;
import vn.lopmo.lms.course.cartridge.Cartridge.Other;
import vn.lopmo.lms.course.cartridge.Cartridge.Page;
import vn.lopmo.lms.course.cartridge.Cartridge.Question;
import vn.lopmo.lms.course.cartridge.Cartridge.Quiz;
import vn.lopmo.lms.course.cartridge.Cartridge.Topic;
import vn.lopmo.lms.course.cartridge.Cartridge.Unit;
import vn.lopmo.platform.refusal.Refusal;

class CartridgeTest {
    private static final Cartridge COURSE = new Cartridge(
            "Khoa học <tự nhiên> 8",
            List.of(
                    new Unit(
                            "Chương III",
                            List.of(
                                    new Lesson(
                                            "Bài 16 & 17",
                                            List.of(new Page(
                                                    "Bài 16 & 17",
                                                    "<p>Áp suất</p><img src=\"media/a.png\" alt=\"đập\">"))),
                                    new Lesson(
                                            "Bài 18",
                                            List.of(
                                                    new Page("Bài 18", "<p>Lực đẩy</p>"),
                                                    new Link("Vì sao nổi", "https://youtu.be/a?b=1&c=2"),
                                                    new Topic("Trao đổi", "<p>Vì sao?</p>"))))),
                    new Unit("Chương IV", List.of(new Lesson("Ôn", List.of(new Page("Ôn", "<p>Ôn tập</p>")))))),
            Map.of("media/a.png", new byte[] {1, 2, 3}));

    @Test
    void whatIsWrittenIsReadAgainWithItsStructure() {
        var read = CartridgeReader.read(CartridgeWriter.write(COURSE));

        assertEquals("Khoa học <tự nhiên> 8", read.title());
        assertEquals(
                List.of("Chương III", "Chương IV"),
                read.units().stream().map(Unit::title).toList());
        var lessons = read.units().getFirst().lessons();
        assertEquals(
                List.of("Bài 16 & 17", "Bài 18"),
                lessons.stream().map(Lesson::title).toList());
        var page = (Page) lessons.getFirst().parts().getFirst();
        assertTrue(page.html().contains("<p>Áp suất</p>"));
        assertTrue(page.html().contains("src=\"media/a.png\""));
        assertArrayEquals(new byte[] {1, 2, 3}, read.files().get("media/a.png"));
        assertEquals(
                List.of(new Link("Vì sao nổi", "https://youtu.be/a?b=1&c=2"), new Topic("Trao đổi", "<p>Vì sao?</p>")),
                lessons.getLast().parts().subList(1, 3));
    }

    @Test
    void theSameCourseIsTheSameFile() {
        assertArrayEquals(CartridgeWriter.write(COURSE), CartridgeWriter.write(COURSE));
    }

    @Test
    void oneOfVersionOneOneComesInWithItsStructure() {
        var read = CartridgeReader.read(OthersCartridges.ofOneOne());

        assertEquals("Physics 8", read.title());
        assertEquals(
                List.of("Week 1", "Week 2"),
                read.units().stream().map(Unit::title).toList());
        var week = read.units().getFirst().lessons();
        assertEquals(
                List.of("Pressure", "Liquids"), week.stream().map(Lesson::title).toList());
        var page = (Page) week.getFirst().parts().getFirst();
        assertTrue(page.html().contains("<p>Force on an area.</p>"));
        assertTrue(page.html().contains("src=\"pages/img/dam.png\""), page.html());
        assertTrue(!page.html().contains("script") && !page.html().contains("spy"));
        assertEquals(
                List.of(
                        new Topic("Talk about it", "<p>Why is a dam thick at its foot?</p>"),
                        new Quiz(
                                "Check",
                                List.of(new Question("<p>Unit of pressure?</p>", List.of("Pa", "N &lt; kg"))))),
                week.getLast().parts());
        assertEquals(
                new Other("Handout", "webcontent", "handout.pdf"),
                read.units().getLast().lessons().getFirst().parts().getFirst());
    }

    @Test
    void oneOfVersionOneTwoToo() {
        var read = CartridgeReader.read(OthersCartridges.ofOneTwo());

        assertEquals(
                List.of("", "Module"), read.units().stream().map(Unit::title).toList());
        assertEquals(
                new Link("Somewhere", "https://example.org/page?a=1&b=2"),
                read.units().getLast().lessons().getFirst().parts().getFirst());
    }

    @Test
    void picturesAndFilmsOfACanvasPageComeAlongAndDeadLinksAreWords() {
        var read = CartridgeReader.read(OthersCartridges.likeCanvas("""
                <item identifier="u"><title>Week 1</title>
                  <item identifier="a" identifierref="w"><title>Start</title></item></item>"""));

        var parts = read.units().getFirst().lessons().getFirst().parts();
        var before = (Page) parts.getFirst();
        assertTrue(before.html().contains("src=\"web_resources/Icons/Watch Icon.png\""), before.html());
        assertTrue(read.files().containsKey("web_resources/Icons/Watch Icon.png"));
        assertEquals(new Link("Why things float", "https://www.youtube.com/embed/dQw4w9WgXcQ"), parts.get(1));
        var after = (Page) parts.getLast();
        assertEquals(List.of("Start", ""), List.of(before.title(), after.title()));
        assertTrue(after.html().contains("Then go to the quiz, 100% of it"), after.html());
        assertTrue(after.html().contains("<a href=\"https://example.org/\">elsewhere</a>"), after.html());
    }

    @Test
    void pagesOfAnEmptyOutlineAreLessons() {
        var units = CartridgeReader.read(OthersCartridges.likeCanvas("")).units();

        assertEquals(1, units.size());
        assertEquals("Start here", units.getFirst().lessons().getFirst().title());
        assertEquals(3, units.getFirst().lessons().getFirst().parts().size());
    }

    @Test
    void whatIsNoCartridgeIsRefused() {
        assertEquals("cartridge-without-manifest", refused(OthersCartridges.zip(Map.of("a.txt", "x"))));
        assertEquals("cartridge-without-manifest", refused("no zip".getBytes(StandardCharsets.UTF_8)));
        assertEquals("cartridge-broken", refused(OthersCartridges.zip(Map.of("imsmanifest.xml", "<manifest"))));
        assertEquals(
                "cartridge-broken",
                refused(OthersCartridges.zip(Map.of(
                        "imsmanifest.xml", "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><m>&x;</m>"))));
        assertEquals(
                "cartridge-of-another-kind",
                refused(OthersCartridges.zip(Map.of(
                        "imsmanifest.xml", "<manifest><metadata><schema>ADL SCORM</schema></metadata></manifest>"))));
        var outside = new LinkedHashMap<String, byte[]>();
        outside.put("../../imsmanifest.xml", new byte[0]);
        assertEquals("cartridge-broken", refused(Zip.of(outside)));
    }

    @Test
    void aScormPackageHasAPageThatReportsForEachLesson() {
        var files = Zip.files(ScormWriter.write(COURSE));

        var manifest = Xml.read(Objects.requireNonNull(files.get("imsmanifest.xml")));
        var pages = Xml.all(manifest, "resource").stream()
                .map(one -> one.getAttribute("href"))
                .toList();
        assertEquals(3, pages.size());
        for (var page : pages) {
            assertTrue(new String(files.get(page), StandardCharsets.UTF_8).contains("scorm.js"));
        }
        assertTrue(files.containsKey("media/a.png") && files.containsKey("scorm.js"));
        for (var file : Xml.all(manifest, "file")) {
            assertTrue(files.containsKey(file.getAttribute("href")), file.getAttribute("href"));
        }
    }

    private static String refused(byte[] bytes) {
        return assertThrows(Refusal.Invalid.class, () -> CartridgeReader.read(bytes))
                .slug();
    }
}
