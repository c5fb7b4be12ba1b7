package vn.lopmo.assessment.interchange.math;

import org.jsoup.nodes.Entities;
import org.w3c.dom.Element;

/// An equation in both of the forms that are stored: LaTeX to edit, MathML to show.
public record Formula(String latex, String mathml) {
    /// From a Word equation (`m:oMath`).
    public static Formula ofWord(Element oMath) {
        return of(Omml.read(oMath));
    }

    /// From LaTeX as typed between dollar signs. What is not understood is kept as it was written.
    public static Formula ofLatex(String latex) {
        var tidy = latex.strip();
        return new Formula(tidy, MathMl.write(new Tex(tidy).read()));
    }

    static Formula of(Expr expr) {
        return new Formula(Latex.write(expr), MathMl.write(expr));
    }

    /// As rich text holds it.
    public String html() {
        return "<span class=\"math\" data-latex=\"" + Entities.escape(latex).replace("\"", "&quot;") + "\">" + mathml
                + "</span>";
    }
}
