package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Gives the blocks that point into other services the titles those have today, from lms-core's own copies.
@ApplicationScoped
public class BlockTitles {
    private final KnownMaterials materials;
    private final AssignedPapers papers;

    BlockTitles(KnownMaterials materials, AssignedPapers papers) {
        this.materials = materials;
        this.papers = papers;
    }

    /// What is not known (yet) keeps the title that it was saved with.
    public List<Block> filledIn(List<Block> blocks, UUID schoolId) {
        var knownMaterials = byId(materials.ofIds(materialIds(blocks), schoolId), KnownMaterial::id);
        var knownPapers = byId(papers.ofIds(paperIds(blocks), schoolId), AssignedPaper::id);
        return blocks.stream()
                .map(block -> switch (block) {
                    case Block.Material material ->
                        named(material, knownMaterials.get(orNobody(material.materialId())));
                    case Block.Quiz quiz -> named(quiz, knownPapers.get(orNobody(quiz.assignmentId())));
                    case Block.Text text -> text;
                    case Block.Picture picture -> picture;
                    case Block.Formula formula -> formula;
                    case Block.Task task -> task;
                    case Block.Callout callout -> callout;
                    case Block.Embed embed -> embed;
                    case Block.Discussion discussion -> discussion;
                })
                .toList();
    }

    /// @throws Refusal.Conflict if a material was withdrawn from the library
    void checkStillThere(List<Block> blocks, UUID schoolId) {
        materials.ofIds(materialIds(blocks), schoolId).stream()
                .filter(KnownMaterial::isWithdrawn)
                .findFirst()
                .ifPresent(gone -> {
                    throw new Refusal.Conflict("material-withdrawn", gone.title());
                });
    }

    private static Block named(Block.Material block, @Nullable KnownMaterial known) {
        if (known == null) {
            return block;
        }
        var version = block.version() == null ? Integer.valueOf(known.version()) : block.version();
        return new Block.Material(block.id(), block.materialId(), version, known.title(), known.type(), block.note());
    }

    private static Block named(Block.Quiz block, @Nullable AssignedPaper known) {
        return known == null ? block : new Block.Quiz(block.id(), block.assignmentId(), known.title());
    }

    private static UUID orNobody(@Nullable UUID id) {
        return Objects.requireNonNullElse(id, new UUID(0, 0));
    }

    private static List<UUID> materialIds(Collection<Block> blocks) {
        return blocks.stream()
                .filter(Block.Material.class::isInstance)
                .map(block -> orNobody(((Block.Material) block).materialId()))
                .toList();
    }

    private static List<UUID> paperIds(Collection<Block> blocks) {
        return blocks.stream()
                .filter(Block.Quiz.class::isInstance)
                .map(block -> orNobody(((Block.Quiz) block).assignmentId()))
                .toList();
    }

    private static <T> Map<UUID, T> byId(List<T> members, Function<T, UUID> id) {
        return members.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
