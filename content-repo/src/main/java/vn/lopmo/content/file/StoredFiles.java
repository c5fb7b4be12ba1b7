package vn.lopmo.content.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.Attachments;
import vn.lopmo.content.material.FilePlace;
import vn.lopmo.platform.refusal.Refusal;

/// The files of all materials.
@ApplicationScoped
class StoredFiles implements PanacheRepositoryBase<StoredFile, UUID>, Attachments {
    StoredFile get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("file-not-found"));
    }

    List<StoredFile> draftOf(UUID materialId) {
        return list("materialId = ?1 and current order by place, createdAt, id", materialId);
    }

    Optional<StoredFile> findNextToRead() {
        return find("state = ?1 order by createdAt", StoredFile.State.RECEIVED).firstResultOptional();
    }

    /// What was being read when the service died is read again.
    int takeUpInterrupted() {
        return update("state = ?1 where state = ?2", StoredFile.State.RECEIVED, StoredFile.State.READING);
    }

    @Override
    public List<Attachment> ofDraft(UUID materialId) {
        return draftOf(materialId).stream().map(StoredFiles::attachment).toList();
    }

    @Override
    public List<Attachment> of(List<UUID> fileIds) {
        if (fileIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, StoredFile> byId =
                list("id in ?1", fileIds).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return fileIds.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .map(StoredFiles::attachment)
                .toList();
    }

    @Override
    public Map<UUID, Attachment> firstOf(Collection<UUID> materialIds) {
        if (materialIds.isEmpty()) {
            return Map.of();
        }
        return list("materialId in ?1 and current order by place, createdAt, id", materialIds).stream()
                .collect(Collectors.toMap(StoredFile::materialId, StoredFiles::attachment, (first, later) -> first));
    }

    @Override
    public void arrange(UUID materialId, List<FilePlace> places) {
        var files = draftOf(materialId);
        for (StoredFile file : files) {
            if (places.stream().noneMatch(place -> place.id().equals(file.id()))) {
                file.retire();
            }
        }
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            files.stream()
                    .filter(file -> file.id().equals(place.id()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.NotFound("file-not-found"))
                    .put(i, place.kind(), place.language());
        }
    }

    private static Attachment attachment(StoredFile file) {
        return new Attachment(
                file.id(),
                file.kind(),
                file.language(),
                file.name(),
                file.size(),
                file.mediaType(),
                file.sha256(),
                file.state().name(),
                sentence(file.problem()),
                file.pages());
    }

    private static @Nullable String sentence(@Nullable String slug) {
        if (slug == null) {
            return null;
        }
        try {
            var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
            return ResourceBundle.getBundle("refusals", Locale.ROOT, control).getString(slug);
        } catch (MissingResourceException unknown) {
            return slug;
        }
    }
}
