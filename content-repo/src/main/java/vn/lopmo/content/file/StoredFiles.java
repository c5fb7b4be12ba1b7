package vn.lopmo.content.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Steps steps;
    private final Renditions renditions;
    private final Rows rows;
    private final Sentences sentences;

    StoredFiles(Steps steps, Renditions renditions, Rows rows, Sentences sentences) {
        this.steps = steps;
        this.renditions = renditions;
        this.rows = rows;
        this.sentences = sentences;
    }

    StoredFile get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("file-not-found"));
    }

    private List<StoredFile> draftOf(UUID materialId) {
        return list("materialId = ?1 and current order by place, createdAt, id", materialId);
    }

    @Override
    public List<Attachment> ofDraft(UUID materialId) {
        var files = draftOf(materialId);
        var ids = files.stream().map(StoredFile::id).toList();
        var done = files.isEmpty() ? Map.<UUID, List<Steps.Row>>of() : steps.of(ids);
        var made = renditions(ids);
        return files.stream()
                .map(file -> attachment(
                        file,
                        done.getOrDefault(file.id(), List.of()),
                        duplicate(file),
                        made.getOrDefault(file.id(), List.of())))
                .toList();
    }

    @Override
    public List<Attachment> of(List<UUID> fileIds) {
        if (fileIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, StoredFile> byId =
                list("id in ?1", fileIds).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        var made = renditions(fileIds);
        return fileIds.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .map(file -> attachment(file, List.of(), null, made.getOrDefault(file.id(), List.of())))
                .toList();
    }

    @Override
    public Map<UUID, Attachment> firstOf(Collection<UUID> materialIds) {
        if (materialIds.isEmpty()) {
            return Map.of();
        }
        return list("materialId in ?1 and current order by place, createdAt, id", materialIds).stream()
                .collect(Collectors.toMap(
                        StoredFile::materialId,
                        file -> attachment(file, List.of(), null, List.of()),
                        (first, later) -> first));
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

    private Map<UUID, List<String>> renditions(List<UUID> fileIds) {
        return fileIds.isEmpty() ? Map.of() : renditions.of(fileIds);
    }

    /// The title of what readers can find, or of what the same person brought in; of others' drafts only that it is
    /// there.
    private Attachment.@Nullable Duplicate duplicate(StoredFile file) {
        if (file.duplicateOf() == null) {
            return null;
        }
        return rows.find(
                        """
                        select m.id, case when m.state = 'PUBLISHED' or m.owner_id = mine.owner_id
                            then m.metadata ->> 'title' end
                        from stored_file f join material m on m.id = f.material_id
                        join material mine on mine.id = ? where f.id = ? and m.state <> 'DISCARDED'""",
                        row -> new Attachment.Duplicate(row.getObject(1, UUID.class), row.getString(2)),
                        file.materialId(),
                        file.duplicateOf())
                .orElse(null);
    }

    private Attachment attachment(
            StoredFile file, List<Steps.Row> done, Attachment.@Nullable Duplicate duplicate, List<String> renditions) {
        return new Attachment(
                file.id(),
                file.kind(),
                file.language(),
                file.name(),
                file.size(),
                file.mediaType(),
                file.sha256(),
                file.state().name(),
                sentences.of(file.problem()),
                file.pages(),
                done.stream().map(this::step).toList(),
                duplicate,
                renditions);
    }

    private Attachment.Step step(Steps.Row row) {
        return new Attachment.Step(row.step().name(), row.state().name(), sentences.of(row.problem()), row.progress());
    }
}
