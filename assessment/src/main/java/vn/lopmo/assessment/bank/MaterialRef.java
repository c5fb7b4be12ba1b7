package vn.lopmo.assessment.bank;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import vn.lopmo.platform.text.VietnameseText;

/// Something of the library that belongs to an item, to be read before or after it. It names a version: what the
/// library changes later reaches the item only when its author takes it.
///
/// @param title as it stood when it was chosen; the library may be away when the item is read
public record MaterialRef(
        @NotNull UUID materialId,
        @Min(1) int version,
        @NotNull @Size(min = 1, max = 300) String title) {
    public MaterialRef {
        title = title == null ? "" : VietnameseText.tidy(title);
    }
}
