package vn.lopmo.assessment.paper;

import jakarta.persistence.AttributeConverter;
import java.util.List;
import vn.lopmo.assessment.item.ItemJson;

/// Parts as they lie in a jsonb column.
public class PartsJson implements AttributeConverter<List<Part>, String> {
    @Override
    public String convertToDatabaseColumn(List<Part> parts) {
        return ItemJson.write(parts);
    }

    @Override
    public List<Part> convertToEntityAttribute(String json) {
        return List.of(ItemJson.read(json, Part[].class));
    }
}
