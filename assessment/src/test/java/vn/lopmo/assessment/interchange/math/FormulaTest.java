package vn.lopmo.assessment.interchange.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class FormulaTest {
    private static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /// Each element without its `*Pr`, and then with one; `~x~` stands for a run that says x.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "<f><num>~a~</num><den>~b~</den></f>; \\frac{a}{b}",
                "<f><fPr><type val='noBar'/></fPr><num>~a~</num><den>~b~</den></f>; \\genfrac{}{}{0pt}{}{a}{b}",
                "<f><fPr><type val='lin'/></fPr><num>~a~</num><den>~b~</den></f>; {a}/{b}",
                "<rad><deg/><e>~2~</e></rad>; \\sqrt{2}",
                "<rad><deg>~3~</deg><e>~x~</e></rad>; \\sqrt[3]{x}",
                "<sSup><e>~x~</e><sup>~2~</sup></sSup>; x^{2}",
                "<sSub><e>~u~</e><sub>~n~</sub></sSub>; u_{n}",
                "<sSubSup><e>~x~</e><sub>~1~</sub><sup>~2~</sup></sSubSup>; x_{1}^{2}",
                "<sPre><sub>~40~</sub><sup>~90~</sup><e>~Z~</e></sPre>; {}_{40}^{90}Z",
                "<d><e>~x~</e></d>; \\left(x\\right)",
                "<d><dPr><begChr val='{'/><endChr val=''/></dPr><e><eqArr><e>~x=1~</e><e>~y=2~</e></eqArr></e></d>; \\left\\{\\begin{aligned}x=1 \\\\ y=2\\end{aligned}\\right.",
                "<m><mr><e>~a~</e><e>~b~</e></mr><mr><e>~c~</e><e>~d~</e></mr></m>; \\begin{matrix}a & b \\\\ c & d\\end{matrix}",
                "<nary><sub>~0~</sub><sup>~1~</sup><e>~x~</e></nary>; \\int_{0}^{1}x",
                "<nary><naryPr><chr val='∑'/></naryPr><sub>~i=1~</sub><sup>~n~</sup><e>~i~</e></nary>; \\sum_{i=1}^{n}i",
                "<func><fName>~sin~</fName><e>~x~</e></func>; \\sin x",
                "<func><fName><limLow><e>~lim~</e><lim>~x→0~</lim></limLow></fName><e>~x~</e></func>; \\lim_{x\\to0}x",
                "<limUpp><e>~A~</e><lim>~n~</lim></limUpp>; \\overset{n}{A}",
                "<acc><accPr><chr val='⃗'/></accPr><e>~a~</e></acc>; \\vec{a}",
                "<acc><accPr><chr val='⃗'/></accPr><e>~AB~</e></acc>; \\overrightarrow{AB}",
                "<acc><e>~A~</e></acc>; \\hat{A}",
                "<bar><barPr><pos val='top'/></barPr><e>~z~</e></bar>; \\overline{z}",
                "<bar><e>~z~</e></bar>; \\underline{z}",
                "<groupChr><e>~a+b~</e></groupChr>; \\underbrace{a+b}",
                "<groupChr><groupChrPr><chr val='→'/><pos val='top'/></groupChrPr><e>~a~</e></groupChr>; \\overrightarrow{a}",
                "<box><e>~x~</e></box>; x",
                "<borderBox><e>~x~</e></borderBox>; \\boxed{x}",
                "<phant><e>~x~</e></phant>; \\phantom{x}",
                "~xln3~; x\\ln3",
                "~0,5~; 0{,}5",
                "~α≤∞~; \\alpha\\le\\infty",
                "<r><rPr><nor/></rPr><t>khi x</t></r>; \\text{khi x}",
                "<r><rPr><scr val='double-struck'/></rPr><t>R</t></r>; \\mathbb{R}",
                "<r><t>l</t></r><r><t>o</t></r><r><t>g</t></r>; \\log",
                "<r><t>l</t></r><r><t>o</t></r><sSub><e>~g~</e><sub>~2~</sub></sSub>~x~; \\log_{2}x",
                "~si~<sSup><e>~n~</e><sup>~2~</sup></sSup>; \\sin^{2}",
                "<nothingKnown><e>~x~</e></nothingKnown>; x",
                "<f/>; \\frac{}{}"
            })
    void everyElementOfWordIsRead(String inside, String latex) throws Exception {
        var formula = Formula.ofWord(oMath(inside));

        assertEquals(latex, formula.latex());
        parse(formula.mathml());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\\frac{1}{2}; <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "x_1^2; <msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
                "\\sqrt[3]{x}; <mroot><mi>x</mi><mn>3</mn></mroot>",
                "\\lim_{x \\to 0} x; <munder><mi mathvariant=\"normal\">lim</mi>",
                "\\begin{cases} x=1 \\\\ y=2 \\end{cases}; <mtable columnalign=\"left\">",
                "f'(x); <msup><mi>f</mi><mo>′</mo></msup>",
                "\\int_0^1 x dx; <msubsup><mo largeop=\"true\">∫</mo><mn>0</mn><mn>1</mn></msubsup>",
                "\\mathbb{R}; <mi>ℝ</mi>",
                "R\\{0}; <mo>{</mo><mn>0</mn><mo>}</mo>",
                "log_2 6; <msub><mi mathvariant=\"normal\">log</mi><mn>2</mn></msub>",
                "\\unknown x; unknown",
                "}}{{\\frac; <math>"
            })
    void latexTypedByTeachersIsShown(String latex, String part) throws Exception {
        var formula = Formula.ofLatex(latex);

        assertTrue(formula.mathml().contains(part), formula.mathml());
        assertEquals(latex, formula.latex());
        parse(formula.mathml());
    }

    /// Equations that lie outside the repository: `-Dtests.excluded= -Dlopmo.corpus.omml=<folder>`.
    @Test
    @Tag("corpus")
    void strangersEquationsAreRead() throws Exception {
        var folder = System.getProperty("lopmo.corpus.omml");
        Assumptions.assumeTrue(folder != null, "no folder of equations given");
        try (var files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                var text = Files.readString(file);
                var xml = text.substring(text.indexOf("<m:"), text.indexOf(">>>"))
                        .replaceFirst("<m:(oMath\\w*)", "<m:$1 xmlns:w=\"w\" xmlns:r=\"r\" xmlns:m=\"" + MATH + "\"");
                var formula = Formula.ofWord(parse(xml));
                System.out.println(file.getFileName() + "\t" + formula.latex());
                parse(formula.mathml());
                assertFalse(formula.mathml().isEmpty());
            }
        }
    }

    private static Element oMath(String inside) throws Exception {
        var xml = inside.replaceAll("~([^~]*)~", "<r><t>$1</t></r>");
        return parse("<oMath xmlns=\"" + MATH + "\">" + xml + "</oMath>");
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
