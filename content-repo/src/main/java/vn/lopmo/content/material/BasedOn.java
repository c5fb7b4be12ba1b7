package vn.lopmo.content.material;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// A work that a material was made from, with what its licence asks to be told. It is written down with the material,
/// so that the credit outlives the work: from this library (`materialId`) or from elsewhere.
public record BasedOn(
        @Nullable UUID materialId,
        @Nullable Integer version,
        @Size(max = 300) String title,
        @Size(max = 300) String author,
        @Size(max = 500) String source,
        @Nullable Licence licence) {
    public BasedOn {
        title = title == null ? "" : VietnameseText.tidy(title);
        author = author == null ? "" : VietnameseText.tidy(author);
        source = source == null ? "" : VietnameseText.tidy(source);
    }

    static BasedOn of(UUID materialId, MaterialVersion version) {
        var original = version.metadata();
        return new BasedOn(
                materialId,
                version.version(),
                original.title(),
                original.author(),
                original.source(),
                original.licence());
    }
}
