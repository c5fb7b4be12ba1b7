package vn.lopmo.content.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// What the materials and pages of one segment can be worth at most: known of all of them from where words stand,
/// without looking up how often. One thread's own.
final class Bounds {
    /// For what is lost in adding up floats around a thousand.
    private static final float SLACK = 0.01f;
    /// A word that stands on more than one in so many of the pages that match is taken to stand everywhere.
    private static final int FREQUENT = 3;

    private final Columns columns;
    private final Candidates candidates;
    private final Scan.Matches matches;
    private final Scan scan;
    private final Credits credits;
    private final List<Part> parts = new ArrayList<>();
    private final FixedBitSet pages;
    private float everywhere = SLACK;

    /// A clause that gives a page `most` at best, where it may stand at all.
    ///
    /// @param word the bit of a word that is worth more on the page than elsewhere in the material, or none
    private record Part(int word, FixedBitSet standing, float most) {}

    Bounds(Scan scan, int leaf, Scan.Matches matches) throws IOException {
        this.scan = scan;
        this.columns = scan.searcher().columns(leaf);
        this.candidates = scan.candidates(leaf);
        this.matches = matches;
        this.credits = scan.credits();
        this.pages = new FixedBitSet(columns.placeOf.length);
        for (Sought each : scan.ofPages()) {
            var standing = candidates.standing(each);
            if (standing != null) {
                float most = each.most(scan.searcher().getLeafContexts().get(leaf));
                boolean word = !each.isPhrase() && most >= credits.of(each.bits());
                parts.add(new Part(word ? each.bits() : 0, standing, most));
            }
        }
    }

    /// Of each material that matches, by place.
    float[] ofMaterials() {
        var most = new float[columns.size()];
        int all = matches.documents().cardinality();
        int assumed = 0;
        for (Part part : parts) {
            if (FixedBitSet.intersectionCount(part.standing, matches.documents()) * FREQUENT > all) {
                everywhere += part.most;
                assumed |= part.word;
            } else {
                addWhereItStands(part, most);
            }
        }
        var own = candidates.own();
        for (int place = Candidates.next(matches.places(), 0);
                place != DocIdSetIterator.NO_MORE_DOCS;
                place = Candidates.next(matches.places(), place + 1)) {
            most[place] += everywhere + own.scores[place] + credits.of(own.bits[place] & ~assumed) + complete(place);
        }
        return most;
    }

    private void addWhereItStands(Part part, float[] most) {
        int after = 0;
        for (int i = 0; i < FixedBitSet.bits2words(part.standing.length()); i++) {
            long there = part.standing.getBits()[i] & matches.documents().getBits()[i];
            for (; there != 0; there &= there - 1) {
                int page = (i << 6) + Long.numberOfTrailingZeros(there);
                if (page >= after) {
                    int place = columns.placeOf[page];
                    most[place] += part.most;
                    after = columns.documents[place];
                }
            }
        }
    }

    private float complete(int place) {
        return matches.complete().get(place) ? Scan.COMPLETE : 0;
    }

    /// An empty set of the segment's pages, the same each time.
    FixedBitSet noPages() {
        pages.clear();
        return pages;
    }

    /// Adds the pages of a material that may be worth `least`, together with their material. If that is worth as much
    /// without them, its best page is still to be shown.
    void addPages(int place, float least, FixedBitSet pages) {
        int material = columns.documents[place];
        var own = candidates.own();
        boolean alone = own.scores[place] + scan.alone(own.bits[place]) + SLACK >= least;
        float base = own.scores[place] + complete(place) + SLACK;
        int page = matches.documents().nextSetBit(columns.firstOf(place));
        for (; page < material; page = matches.documents().nextSetBit(page + 1)) {
            float most = base + credits.of(own.bits[place] & ~candidates.wordsOn(page));
            for (Part part : parts) {
                most += part.standing.get(page) ? part.most : 0;
            }
            if (alone || most >= least) {
                pages.set(page);
            }
        }
    }
}
