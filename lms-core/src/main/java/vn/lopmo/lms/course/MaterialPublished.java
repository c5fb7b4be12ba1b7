package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.EventHandler;

/// What the library says when a material comes into it, or comes in a new version. Inside the service it is passed on,
/// in the same transaction, to the slices to the right.
///
/// @param interactive null in what was told before packages were
public record MaterialPublished(
        UUID schoolId,
        UUID materialId,
        int version,
        String title,
        String type,
        @Nullable Boolean interactive) {

    @ApplicationScoped
    static class Handler implements EventHandler<MaterialPublished> {
        private final KnownMaterials materials;
        private final Event<MaterialPublished> passedOn;

        Handler(KnownMaterials materials, Event<MaterialPublished> passedOn) {
            this.materials = materials;
            this.passedOn = passedOn;
        }

        @Override
        public String type() {
            return "content.material-published.v1";
        }

        @Override
        public Class<MaterialPublished> body() {
            return MaterialPublished.class;
        }

        @Override
        public void handle(MaterialPublished event, Origin origin) {
            var known = materials
                    .findByIdOptional(event.materialId)
                    .orElseGet(() -> new KnownMaterial(event.materialId, event.schoolId));
            known.published(event.version, event.title, event.type, Boolean.TRUE.equals(event.interactive));
            materials.persist(known);
            passedOn.fire(event);
        }
    }
}
