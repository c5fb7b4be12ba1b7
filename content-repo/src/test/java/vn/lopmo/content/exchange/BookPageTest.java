package vn.lopmo.content.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookPageTest {
    @Test
    void theTitleIsTheFirstHeadingOnce() {
        assertEquals("<h1>Quang hợp</h1><p>Lá cây</p>", built("<h2>Quang hợp</h2><p>Lá cây</p>", "Quang hợp"));
        assertEquals("<h1>Bài 2</h1><h3>Quang hợp</h3>", built("<h3>Quang hợp</h3>", "Bài 2"));
    }

    @Test
    void blocksLeaveWordsAndItemsStandInLists() {
        assertEquals("<b>a<br>b</b>", built("<b>a<div>b</div></b>", null));
        assertEquals("<ul><li>một</li><li><p>hai</p></li></ul>", built("<ul>một<p>hai</p></ul>", null));
        assertEquals("<div>lẻ</div>", built("<li>lẻ</li>", null));
        assertEquals("<ol start=\"3\"><li>ba</li></ol>", built("<ol start=3 type=x><li>ba</li></ol>", null));
    }

    @Test
    void aTableHasItsRowsInParts() {
        assertEquals(
                "<table><caption>Bảng</caption><thead><tr><th scope=\"col\">x</th></tr></thead>"
                        + "<tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>",
                built(
                        "<table><caption>Bảng</caption><thead><tr><th scope=col>x</th></tr></thead>"
                                + "<tr><td colspan=2 rowspan=0>1</td></tr></table>",
                        null));
        assertEquals("", built("<table></table>", null));
    }

    @Test
    void linksLeadIntoTheWebOrNowhere() {
        assertEquals(
                "<a href=\"https://vi.wikipedia.org/\">w</a>",
                built("<a href='https://vi.wikipedia.org/'>w</a>", null));
        assertEquals("chương 2", built("<a href='#c2'>chương 2</a>", null));
        assertEquals("x", built("<a href='http://a b'>x</a>", null));
    }

    @Test
    void aPictureThatIsNotTakenAlongLeavesItsWords() {
        assertEquals("cây bàng", built("<img src='/api/other' alt='cây bàng'>", null));
        assertEquals(
                "<img src=\"hinh/1.png\" alt=\"\" width=\"40\">", built("<img src='own' width=40 height=1.5>", null));
    }

    @Test
    void aFormulaHasThePartsThatItMustHave() {
        assertEquals("<mfrac><mi>a</mi><mrow></mrow></mfrac>", math("<mfrac><mi>a</mi></mfrac>"));
        assertEquals(
                "<mrow><mi>a</mi><mn>1</mn><mn>2</mn></mrow>", math("<msup><mi>a</mi><mn>1</mn><mn>2</mn></msup>"));
        assertEquals("<mtext>và</mtext><mi>x</mi>", math("và<mi>x</mi>"));
        assertEquals(
                "<mrow><mo>[</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo>]</mo></mrow>",
                math("<mfenced open='[' close=']'><mn>1</mn><mn>2</mn></mfenced>"));
        assertEquals("<mo stretchy=\"true\">(</mo>", math("<mo stretchy=true form=quanh minsize=to>(</mo>"));
        assertEquals("<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>", math("<mtable><mn>1</mn></mtable>"));
        assertEquals(
                "<mmultiscripts><mi>C</mi><mn>6</mn><none></none></mmultiscripts>",
                math("<mmultiscripts><mi>C</mi><mn>6</mn><none></none></mmultiscripts>"));
    }

    @Test
    void lettersThatXmlCannotHoldAreLeftOut() {
        assertEquals("<p>ab</p>", built("<p>a\u0001b</p>", null));
        assertTrue(BookMarkup.XHTML
                .page(
                        "<1> & 2",
                        "vi",
                        BookPage.of("<p>a&nbsp;b<br></p>", null, BookPageTest::place)
                                .body())
                .contains("<title>&#60;1&#62; &#38; 2</title>"));
    }

    private static String math(String inside) {
        var html = built("<math>" + inside + "</math>", null);
        return html.replaceFirst("^<math[^>]*>", "").replaceFirst("</math>$", "");
    }

    private static String built(String html, @Nullable String title) {
        var body = BookPage.of(html, title, BookPageTest::place).body();
        var document = new org.jsoup.nodes.Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(body);
        return body.html();
    }

    private static @Nullable String place(String source, String alt) {
        return source.equals("own") ? "hinh/1.png" : null;
    }
}
