package vn.lopmo.assessment.bank;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.ItemJson;

/// An item in a jsonb column, written by its own mapper (see [ItemJson]).
@Converter
public class ItemColumn implements AttributeConverter<Item, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Item item) {
        return item == null ? null : ItemJson.write(item);
    }

    @Override
    public @Nullable Item convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : ItemJson.read(json, Item.class);
    }
}
