package vn.lopmo.assessment.bank;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;

/// References to the library in a jsonb column.
@Converter
public class MaterialsColumn implements AttributeConverter<List<MaterialRef>, String> {
    @Override
    public String convertToDatabaseColumn(@Nullable List<MaterialRef> materials) {
        return ItemJson.write(materials == null ? List.of() : materials);
    }

    @Override
    public List<MaterialRef> convertToEntityAttribute(@Nullable String json) {
        return json == null ? List.of() : List.of(ItemJson.read(json, MaterialRef[].class));
    }
}
