package vn.lopmo.lms.competency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads the framework that the service ships, once.
@ApplicationScoped
class FrameworkFile {
    static final String PATH = "khung-nang-luc-so.json";

    @Produces
    @Singleton
    Framework framework(ObjectMapper json) {
        return read(json);
    }

    static Framework read(ObjectMapper json) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException(PATH + " is not on the class path");
            }
            return json.readValue(file, Framework.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
