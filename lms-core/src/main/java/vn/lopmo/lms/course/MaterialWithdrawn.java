package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.platform.event.EventHandler;

/// What the library says when a material is taken out of it.
record MaterialWithdrawn(UUID schoolId, UUID materialId) {

    @ApplicationScoped
    static class Handler implements EventHandler<MaterialWithdrawn> {
        private final KnownMaterials materials;

        Handler(KnownMaterials materials) {
            this.materials = materials;
        }

        @Override
        public String type() {
            return "content.material-withdrawn.v1";
        }

        @Override
        public Class<MaterialWithdrawn> body() {
            return MaterialWithdrawn.class;
        }

        @Override
        public void handle(MaterialWithdrawn event, Origin origin) {
            materials.findByIdOptional(event.materialId).ifPresent(KnownMaterial::withdraw);
        }
    }
}
