package vn.lopmo.content.search;

import java.util.List;
import org.apache.lucene.search.Query;

/// One thing that is looked for, with the words of the wish that it fulfils.
///
/// @param bits of those words, by their place in the wish; none if it only makes a match better
/// @param onMaterials what matches in titles and descriptions
/// @param onPages what matches in the text of pages
record Clause(int bits, List<Query> onMaterials, List<Query> onPages) {}
