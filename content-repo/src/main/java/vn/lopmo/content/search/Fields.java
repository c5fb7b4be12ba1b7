package vn.lopmo.content.search;

import java.util.List;

/// The fields of the index. A material is one block: its pages, then the material itself. Who may find it, what it is
/// narrowed by and sorted by stand with the material alone; pages hold words.
final class Fields {
    static final String KIND = "kind";
    static final String MATERIAL = "material";
    /// On every document of a block.
    static final String ID = "id";

    static final String SCHOOL = "school";
    /// The tokens that open a material at any time.
    static final String AUDIENCE = "audience";
    /// The tokens that open it only between [#FROM] and [#UNTIL].
    static final String AUDIENCE_FOR_A_TIME = "audience_t";
    static final String FROM = "from";
    static final String UNTIL = "until";

    static final String TEXT = "text_f";
    static final String TEXT_PAIRS = "text_p";
    static final String TITLE = "title_f";
    static final String TITLE_PAIRS = "title_p";
    static final String TITLE_EXACT = "title_e";
    static final String ABOUT = "about_f";
    static final String ABOUT_PAIRS = "about_p";
    static final String ABOUT_EXACT = "about_e";

    static final String PUBLISHED = "published";
    /// A key whose bytes stand in the order of a Vietnamese dictionary.
    static final String TITLE_ORDER = "title_order";
    /// `facet/value`, each facet that can be narrowed by.
    static final String FACET = "facet";

    /// A whole title, or a topic, folded, then a tab and how it is written: for what is offered while one types.
    static final String TITLE_START = "title_start";
    static final String TOPIC_START = "topic_start";

    static final String STORED_TEXT = "text";
    static final String STORED_NUMBER = "n";
    static final String STORED_FILE = "file";
    static final String STORED_CARD = "card";

    static final String SUBJECT_FACET = "subject";
    static final String GRADE_FACET = "grade";
    static final String TYPE_FACET = "type";
    static final String LICENCE_FACET = "licence";
    static final String TEXTBOOK_FACET = "textbookSet";
    static final String LEVEL_FACET = "level";
    static final String VISIBILITY_FACET = "visibility";
    static final String CLASS_FACET = "class";
    static final String YEAR_FACET = "year";

    static final List<String> FACETS = List.of(
            SUBJECT_FACET,
            GRADE_FACET,
            TYPE_FACET,
            LICENCE_FACET,
            TEXTBOOK_FACET,
            LEVEL_FACET,
            VISIBILITY_FACET,
            CLASS_FACET,
            YEAR_FACET);

    private Fields() {}
}
