package vn.lopmo.assessment.bank;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// One version of a question, never changed once it is there: a sitting can be marked again from it years later.
@Entity
@Immutable
public class ItemVersion {
    @Id
    private UUID id;

    private UUID itemId;
    private int number;
    private UUID schoolId;

    @Enumerated(EnumType.STRING)
    private Form form;

    @Convert(converter = ItemColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private Item content;

    private String text;
    private String folded;
    private String subject;
    private @Nullable Integer grade;
    private @Nullable String topic;

    @Enumerated(EnumType.STRING)
    private @Nullable Cognitive cognitive;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> indicators;

    private @Nullable String source;
    private @Nullable String outcome;

    @Convert(converter = MaterialsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private List<MaterialRef> materials;

    private UUID createdBy;
    private Instant createdAt;

    @NullUnmarked
    protected ItemVersion() {}

    private ItemVersion(UUID itemId, int number, Item content, Meta meta, Caller author, Instant now) {
        this.id = Ids.next(now);
        this.itemId = itemId;
        this.number = number;
        this.schoolId = author.schoolId();
        this.form = content.form();
        this.content = content;
        this.text = RichText.plain(content.prompt());
        this.folded = VietnameseText.fold(text);
        this.subject = meta.subject();
        this.grade = meta.grade();
        this.topic = meta.topic();
        this.cognitive = meta.cognitive();
        this.indicators = meta.indicators();
        this.source = meta.source();
        this.outcome = meta.outcome();
        this.materials = meta.materials();
        this.createdBy = author.id();
        this.createdAt = now;
    }

    static ItemVersion of(UUID itemId, int number, Item content, Meta meta, Caller author, Instant now) {
        return new ItemVersion(itemId, number, content, meta, author, now);
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    /// From 1, without gaps.
    public int number() {
        return number;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public Item content() {
        return content;
    }

    public Form form() {
        return form;
    }

    /// The prompt's words alone.
    public String text() {
        return text;
    }

    public Meta meta() {
        return new Meta(subject, grade, topic, cognitive, indicators, source, outcome, materials);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
