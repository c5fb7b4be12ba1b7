package vn.lopmo.assessment.interchange;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;

/// A question under review in its jsonb column.
@Converter
public class BodyColumn implements AttributeConverter<ImportQuestion.Body, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(ImportQuestion.@Nullable Body body) {
        return body == null ? null : ItemJson.write(body);
    }

    @Override
    public ImportQuestion.@Nullable Body convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : ItemJson.read(json, ImportQuestion.Body.class);
    }
}
