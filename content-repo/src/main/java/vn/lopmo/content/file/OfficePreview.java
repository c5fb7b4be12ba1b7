package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/// An office document as a PDF, so that a phone shows it as its author saw it. LibreOffice gets a profile of its own,
/// in which neither macros nor addresses inside the document are followed.
@ApplicationScoped
class OfficePreview implements SlowQueue.Work {
    private static final Logger LOG = Logger.getLogger(OfficePreview.class);
    private static final String CAREFUL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"><value>true</value></prop></item>
            </oor:items>
            """;

    private final Blobs blobs;
    private final Renditions renditions;
    private final Helpers helpers;
    private final FilesConfig config;

    OfficePreview(Blobs blobs, Renditions renditions, Helpers helpers, FilesConfig config) {
        this.blobs = blobs;
        this.renditions = renditions;
        this.helpers = helpers;
        this.config = config;
    }

    @Override
    public void on(StoredFile file, Path folder) throws IOException, Helpers.Failed {
        var source = folder.resolve("source." + FileNames.extension(file.name()));
        blobs.copyTo(file.schoolId(), file.content(), source);
        var settings = Files.createDirectories(folder.resolve("profile/user"));
        Files.writeString(settings.resolve("registrymodifications.xcu"), CAREFUL);
        helpers.run(
                Helpers.OFFICE,
                List.of(
                        "-env:UserInstallation=file://" + folder.resolve("profile"),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        source.toString()),
                folder,
                config.helpers().patience(),
                line -> {});
        var pdf = folder.resolve("source.pdf");
        if (!Files.exists(pdf)) {
            throw new Helpers.Failed("soffice made nothing of it");
        }
        renditions.keep(file, Renditions.PREVIEW, pdf, MediaTypes.PDF);
        thumbnail(file, pdf, Files.createDirectory(folder.resolve("read")));
    }

    private void thumbnail(StoredFile file, Path pdf, Path output) throws IOException {
        try (var child = new ReaderChild(config.reader())) {
            child.read(pdf, MediaTypes.PDF, output, "");
            renditions.keepThumbnail(file, output);
        } catch (ReaderChild.Lost lost) {
            LOG.debug("a preview without a small picture is still a preview", lost);
        }
    }
}
