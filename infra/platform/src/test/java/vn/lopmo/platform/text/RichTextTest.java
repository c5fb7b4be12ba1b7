package vn.lopmo.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<svg onload=alert(1)>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<img src='https://elsewhere.example/p.png'>",
                "<img src='/api/../logout'>",
                "<img src='/api/.%2e/logout'>",
                "<img src='/api/lms/media/7?x=1'>",
                "<p style='background:url(https://elsewhere.example)'>x</p>"
            })
    void nothingThatRunsOrCallsOutsideStays(String html) {
        var clean = RichText.sanitise(html);

        assertFalse(clean.matches("(?s).*(alert|elsewhere|onerror|onload|style).*"), clean);
    }

    @Test
    void aFormulaKeepsItsMathMlAndItsLatex() {
        var html =
                "<p>Tính <span class=\"math\" data-latex=\"x^2\"><math><msup><mi>x</mi><mn>2</mn></msup></math></span></p>";

        var clean = RichText.sanitise(html);

        assertTrue(clean.contains("<msup><mi>x</mi><mn>2</mn></msup>"), clean);
        assertEquals("Tính x^2", RichText.plain(clean));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (x + y)<sup>2</sup>                                                                       | (x + y)²
            H<sub>2</sub>SO<sub>4</sub>                                                               | H₂SO₄
            góc 30<sup>o</sup>, m<sup>Q</sup>, 2<sup>n+1</sup>                                        | góc 30ᵒ, m^Q, 2ⁿ⁺¹
            <math><msup><mrow><mo>(</mo><mi>x</mi><mo>+</mo><mi>y</mi><mo>)</mo></mrow><mn>2</mn></msup></math> | (x + y)²
            <math><mfrac><mrow><mi>a</mi><mo>-</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>         | (a − b)/2
            <math><mo>-</mo><mn>3</mn><mo>=</mo><mo>-</mo><msqrt><mn>9</mn></msqrt></math>            | −3 = −√9
            <math><mroot><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>3</mn></mroot></math>         | ³√(x + 1)
            <math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup><mo>≤</mo><mn>0,5</mn></math>      | x₁² ≤ 0,5
            <math><msup><mi>e</mi><mfrac><mn>1</mn><mi>n</mi></mfrac></msup></math>                   | e^(1/n)
            <math><mover><mi>AB</mi><mo>→</mo></mover></math>                                         | AB⃗
            Tính <span class="math" data-latex="x^2"><math><msup><mi>x</mi><mn>2</mn></msup></math></span>. | Tính x².
            <span class="math" data-latex="\\alpha"></span>                                         | \\alpha
            """)
    void formulasAreReadInOneLine(String html, String text) {
        assertEquals(text, RichText.readable(html));
    }

    @Test
    void picturesOfThisServerStay() {
        assertEquals(
                "<img src=\"/api/assessment/media/7\" alt=\"đồ thị\">",
                RichText.sanitise("<img src=\"/api/assessment/media/7\" alt=\"đồ thị\">"));
    }
}
