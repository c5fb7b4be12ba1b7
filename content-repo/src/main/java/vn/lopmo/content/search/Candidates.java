package vn.lopmo.content.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Which documents of one segment are worth a score: pages within reach that hold enough of what is looked for,
// together
/// with what their material says of itself, and those materials. Found for 64 documents at a time and without a single
/// score: frequent words stand on most pages, but few pages hold enough of them. One thread's own.
final class Candidates {
    private static final int STRETCH = 1 << 15;

    private final Columns columns;
    private final FixedBitSet allowed;
    private final int[] ownBits;
    private int seen;

    /// A clause at work in one segment, and what it fulfils.
    record Running(
            int bits,
            Scorer scorer,
            DocIdSetIterator found,
            @Nullable TwoPhaseIterator phrase,
            @Nullable Measure measure) {
        static Running of(int bits, Scorer scorer, @Nullable Measure measure) {
            var phrase = scorer.twoPhaseIterator();
            var found = phrase == null ? scorer.iterator() : phrase.approximation();
            return new Running(bits, scorer, found, phrase, measure);
        }

        boolean isThere() throws IOException {
            return phrase == null || phrase.matches();
        }
    }

    /// @param ofMaterials what is looked for in titles and descriptions
    Candidates(Columns columns, FixedBitSet allowed, List<Running> ofMaterials) throws IOException {
        this.columns = columns;
        this.allowed = allowed;
        this.ownBits = new int[columns.size()];
        for (Running each : ofMaterials) {
            note(each);
        }
    }

    private void note(Running clause) throws IOException {
        var found = clause.found;
        for (int doc = found.nextDoc(); doc != NO_MORE_DOCS; doc = found.nextDoc()) {
            if (clause.isThere()) {
                ownBits[columns.placeOf[doc]] |= clause.bits;
            }
        }
    }

    /// Of each material, by place: what its title and description hold.
    int[] ownBits() {
        return ownBits;
    }

    /// The bits of all that was seen on anything within reach, whether or not it was enough.
    int seen() {
        return seen;
    }

    /// How many materials are among the documents, not counted further than to `enough`.
    int materials(FixedBitSet documents, int enough) {
        int count = 0;
        for (int doc = next(documents, 0); doc != NO_MORE_DOCS && count < enough; count++) {
            doc = next(documents, columns.documents[columns.placeOf[doc]] + 1);
        }
        return count;
    }

    /// All documents, pages and materials, of what fulfils the need.
    FixedBitSet find(Need need, List<Running> ofPages) throws IOException {
        var found = new FixedBitSet(columns.placeOf.length);
        var stretch = new Stretch(need, ofPages, found);
        for (int from = 0; !ofPages.isEmpty() && from < columns.placeOf.length; from += STRETCH) {
            stretch.sift(from, Math.min(from + STRETCH, columns.placeOf.length));
        }
        for (int place = 0; place < ownBits.length; place++) {
            if (ownBits[place] != 0 && allowed.get(place)) {
                seen |= ownBits[place];
                if (need.isMet(ownBits[place])) {
                    found.set(columns.documents[place]);
                }
            }
        }
        for (int doc = next(found, 0); doc != NO_MORE_DOCS; ) {
            int material = columns.documents[columns.placeOf[doc]];
            found.set(material);
            doc = next(found, material + 1);
        }
        return found;
    }

    private static int next(FixedBitSet documents, int from) {
        return from < documents.length() ? documents.nextSetBit(from) : NO_MORE_DOCS;
    }

    /// A run of documents small enough to stay in the processor's cache: for each word of the wish, where it stands.
    private final class Stretch {
        private final Need need;
        private final List<Running> words = new ArrayList<>();
        private final List<Running> phrases = new ArrayList<>();
        private final int[] assumed;
        private final FixedBitSet enough;
        private final FixedBitSet[] onPage;
        private final FixedBitSet[] own;
        private final FixedBitSet open = new FixedBitSet(STRETCH);
        private final FixedBitSet some = new FixedBitSet(STRETCH);
        private final long[] holding;

        /// @param enough to put in what fulfils the need
        Stretch(Need need, List<Running> clauses, FixedBitSet enough) throws IOException {
            this.need = need;
            this.enough = enough;
            this.holding = new long[need.least() + 1];
            int bits = need.words() | need.all();
            for (Running each : clauses) {
                bits |= each.bits;
                (each.phrase == null ? words : phrases).add(each);
                each.found.nextDoc();
            }
            this.assumed = new int[phrases.size()];
            for (int i = phrases.size() - 1, rest = 0; i >= 0; i--) {
                rest |= phrases.get(i).bits;
                assumed[i] = rest;
            }
            this.onPage = sets(Integer.SIZE - Integer.numberOfLeadingZeros(bits));
            this.own = sets(onPage.length);
        }

        private static FixedBitSet[] sets(int size) {
            var sets = new FixedBitSet[size];
            for (int i = 0; i < size; i++) {
                sets[i] = new FixedBitSet(STRETCH);
            }
            return sets;
        }

        void sift(int from, int to) throws IOException {
            lookAtMaterials(from, to);
            for (Running each : words) {
                if (each.found.docID() < to) {
                    look(each, from, to);
                }
            }
            for (int i = 0; i < phrases.size(); i++) {
                lookWhereItMatters(phrases.get(i), assumed[i], from, to);
            }
            for (int i = 0; i <= (to - from - 1) >> 6; i++) {
                enough.getBits()[(from >> 6) + i] = enough(i);
            }
            clear();
        }

        private void lookAtMaterials(int from, int to) {
            int last = columns.placeOf[to - 1];
            for (int place = columns.placeOf[from]; place <= last; place++) {
                if (allowed.get(place)) {
                    int first = place == 0 ? 0 : columns.documents[place - 1] + 1;
                    int begin = Math.max(first, from) - from;
                    int end = Math.min(columns.documents[place], to) - from;
                    if (begin < end) {
                        open.set(begin, end);
                        mark(own, ownBits[place], begin, end);
                    }
                }
            }
        }

        private static void mark(FixedBitSet[] sets, int bits, int begin, int end) {
            for (int rest = bits; rest != 0; rest &= rest - 1) {
                int word = Integer.numberOfTrailingZeros(rest);
                if (word < sets.length) {
                    sets[word].set(begin, end);
                }
            }
        }

        private void look(Running clause, int from, int to) throws IOException {
            if (Integer.bitCount(clause.bits) == 1) {
                clause.found.intoBitSet(to, onPage[Integer.numberOfTrailingZeros(clause.bits)], from);
            } else {
                clause.found.intoBitSet(to, some, from);
                for (int rest = clause.bits; rest != 0; rest &= rest - 1) {
                    onPage[Integer.numberOfTrailingZeros(rest)].or(some);
                }
                some.clear();
            }
        }

        /// To compare positions costs as much as many words: only where the phrase makes enough of a page.
        ///
        /// @param assumed what this phrase and those not yet looked for may add
        private void lookWhereItMatters(Running clause, int assumed, int from, int to) throws IOException {
            for (int i = 0; i <= (to - from - 1) >> 6; i++) {
                some.getBits()[i] = wanting(i, clause.bits) & fit(i, assumed);
            }
            for (int at = some.nextSetBit(0);
                    at != NO_MORE_DOCS;
                    at = at + 1 < STRETCH ? some.nextSetBit(at + 1) : NO_MORE_DOCS) {
                int doc = clause.found.docID();
                if (doc < from + at) {
                    doc = clause.found.advance(from + at);
                }
                if (doc == from + at && clause.isThere()) {
                    mark(onPage, clause.bits, at, at + 1);
                } else if (doc >= to) {
                    break;
                } else if (doc > from + at + 1) {
                    at = doc - from - 1;
                }
            }
            some.clear();
        }

        private long wanting(int at, int bits) {
            long all = -1;
            for (int rest = bits; rest != 0; rest &= rest - 1) {
                all &= onPage[Integer.numberOfTrailingZeros(rest)].getBits()[at];
            }
            return ~all;
        }

        private long enough(int at) {
            long any = 0;
            for (int word = 0; word < onPage.length; word++) {
                long holds = onPage[word].getBits()[at] & open.getBits()[at];
                any |= holds;
                seen |= holds != 0 ? 1 << word : 0;
            }
            return any == 0 ? 0 : any & fit(at, 0);
        }

        /// Which of 64 documents fulfil the need if all hold what is assumed: `holding[n]` are those with at least `n`
        // of
        /// the words that count.
        private long fit(int at, int assumed) {
            long fit = open.getBits()[at];
            Arrays.fill(holding, 0);
            holding[0] = -1;
            for (int word = 0; word < onPage.length && fit != 0; word++) {
                long holds = (assumed >>> word & 1) != 0
                        ? -1
                        : onPage[word].getBits()[at] | own[word].getBits()[at];
                if ((need.all() >>> word & 1) != 0) {
                    fit &= holds;
                }
                for (int n = (need.words() >>> word & 1) != 0 ? need.least() : 0; n > 0; n--) {
                    holding[n] |= holding[n - 1] & holds;
                }
            }
            return fit & holding[need.least()];
        }

        private void clear() {
            open.clear();
            for (int word = 0; word < onPage.length; word++) {
                onPage[word].clear();
                own[word].clear();
            }
        }
    }
}
