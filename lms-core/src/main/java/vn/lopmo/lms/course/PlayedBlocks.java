package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which blocks of a lesson are interactive packages of the library, as lms-core's own copy knows them.
@ApplicationScoped
public class PlayedBlocks {
    private final KnownMaterials materials;

    PlayedBlocks(KnownMaterials materials) {
        this.materials = materials;
    }

    /// The material of each such block.
    public Map<String, UUID> in(LessonVersion version, UUID schoolId) {
        return in(version.content(), schoolId);
    }

    /// The same of what is not published yet.
    public Map<String, UUID> in(LessonContent content, UUID schoolId) {
        var shown = new HashMap<String, UUID>();
        for (var block : content.blocks()) {
            if (block instanceof Block.Material material && material.materialId() != null) {
                shown.put(block.id(), material.materialId());
            }
        }
        var interactive = materials.ofIds(shown.values(), schoolId).stream()
                .filter(KnownMaterial::isInteractive)
                .map(KnownMaterial::id)
                .collect(Collectors.toSet());
        shown.values().retainAll(interactive);
        return shown;
    }

    /// The blocks that show that one.
    public List<String> of(LessonVersion version, UUID schoolId, UUID materialId) {
        return in(version, schoolId).entrySet().stream()
                .filter(block -> block.getValue().equals(materialId))
                .map(Map.Entry::getKey)
                .toList();
    }
}
