package vn.lopmo.content.search;

import org.apache.lucene.facet.FacetsConfig;

/// The fields of the index. A material is one block: its pages, then the material itself.
final class Fields {
    static final String KIND = "kind";
    static final String MATERIAL = "material";
    static final String PAGE = "page";

    static final String SCHOOL = "school";
    /// The tokens that open it: see Readership.
    static final String AUDIENCE = "audience";
    /// From when, and until when, readers see it; in milliseconds.
    static final String AVAILABLE = "available";

    static final String GONE = "gone";

    static final String TEXT = "text_f";
    static final String TEXT_PAIRS = "text_p";
    static final String TEXT_EXACT = "text_e";
    /// On a page: the words of its material, so that "toán 10 vectơ" finds a page on vectors in a book of mathematics
    /// for grade 10.
    static final String CONTEXT = "context_f";
    static final String TITLE = "title_f";
    static final String TITLE_PAIRS = "title_p";
    static final String TITLE_EXACT = "title_e";
    static final String ABOUT = "about_f";

    static final String PUBLISHED = "published";
    static final String STORED_TEXT = "text";
    static final String STORED_NUMBER = "n";
    static final String STORED_CARD = "card";

    static final String SUBJECT_FACET = "subject";
    static final String GRADE_FACET = "grade";
    static final String TYPE_FACET = "type";
    static final String LICENCE_FACET = "licence";

    private static final FacetsConfig FACETS = new FacetsConfig();

    static {
        FACETS.setMultiValued(GRADE_FACET, true);
    }

    private Fields() {}

    static FacetsConfig facets() {
        return FACETS;
    }
}
