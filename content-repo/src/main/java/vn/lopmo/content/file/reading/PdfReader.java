package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// Reads a PDF page by page; what does not fit into memory waits on disk.
final class PdfReader {
    private static final int MOST_PAGES = 5_000;
    /// A private-use character that stands where a paragraph begins.
    private static final String PARAGRAPH = "\uE000";

    private static final int THUMBNAIL_WIDTH = 320;

    private PdfReader() {}

    static void read(Path path, Extract extract) throws IOException, Unreadable {
        try (var document = Loader.loadPDF(path.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new PDFTextStripper();
            stripper.setParagraphStart(PARAGRAPH);
            stripper.setLineSeparator(" ");
            stripper.setPageEnd("");
            for (int n = 1; n <= Math.min(MOST_PAGES, document.getNumberOfPages()); n++) {
                stripper.setStartPage(n);
                stripper.setEndPage(n);
                extract.page(null, html(stripper.getText(document)));
            }
            thumbnail(document, extract);
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(Unreadable.PROTECTED);
        }
    }

    /// One page as a picture that a program reads: grey, 200 dots an inch, and no larger than two A4 pages.
    static void draw(Path path, int page, Path picture) throws IOException {
        try (var document = Loader.loadPDF(path.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            var box = document.getPage(page - 1).getCropBox();
            float scale = Math.min(200 / 72f, 3_300 / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
            ImageIO.write(
                    new PDFRenderer(document).renderImage(page - 1, scale, ImageType.GRAY), "png", picture.toFile());
        }
    }

    private static String html(String text) {
        var html = new StringBuilder();
        for (String paragraph : text.split(PARAGRAPH, -1)) {
            html.append(Html.paragraph(paragraph.replaceAll("\\s+", " ")));
        }
        return html.toString();
    }

    private static void thumbnail(PDDocument document, Extract extract) throws IOException {
        if (document.getNumberOfPages() == 0) {
            return;
        }
        float width = Math.max(1, document.getPage(0).getCropBox().getWidth());
        try {
            var image = new PDFRenderer(document).renderImage(0, Math.min(1, THUMBNAIL_WIDTH / width), ImageType.RGB);
            extract.thumbnail(Pictures.jpeg(Pictures.scaled(image)));
        } catch (IOException | RuntimeException broken) {
            // the text is what counts
        }
    }
}
