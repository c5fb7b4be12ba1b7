package vn.lopmo.assessment.sitting;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;

/// What there is to say of a room's entry, in a jsonb column.
@Converter
public class DetailColumn implements AttributeConverter<RoomEntry.Detail, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(RoomEntry.@Nullable Detail detail) {
        return detail == null ? null : ItemJson.write(detail);
    }

    @Override
    public RoomEntry.@Nullable Detail convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : ItemJson.read(json, RoomEntry.Detail.class);
    }
}
