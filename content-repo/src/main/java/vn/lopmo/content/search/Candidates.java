package vn.lopmo.content.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Which documents of one segment match: pages within reach that hold enough of what is looked for, together with what
/// their material says of itself, and those materials. Found for 64 documents at a time and without a single score:
/// frequent words stand on most pages, but few pages hold enough of them. One thread's own.
final class Candidates {
    private final LeafReaderContext leaf;
    private final Columns columns;
    private final FixedBitSet allowed;
    private final OwnWords own;
    private final List<Sought> ofPages;
    private final Standing standing;
    /// The pages within reach.
    private final FixedBitSet open;
    /// Of each word, where it is known to be: on a page, or in what the page's material says of itself.
    private final FixedBitSet[] onPage;

    private final FixedBitSet[] inMaterial;
    private final FixedBitSet some;
    private int seen;

    /// @param documents pages and materials
    /// @param places of those materials
    record Found(FixedBitSet documents, FixedBitSet places) {}

    private record Phrase(Sought sought, FixedBitSet near) {}

    /// @param words how many there are in the wish, phrases in quotation marks among them
    Candidates(
            LeafReaderContext leaf,
            Columns columns,
            FixedBitSet allowed,
            OwnWords own,
            List<Sought> ofPages,
            int words,
            Lookup lookup)
            throws IOException {
        this.leaf = leaf;
        this.columns = columns;
        this.allowed = allowed;
        this.own = own;
        this.ofPages = ofPages;
        this.standing = new Standing(leaf, lookup);
        this.open = new FixedBitSet(columns.placeOf.length);
        this.some = new FixedBitSet(columns.placeOf.length);
        this.onPage = sets(words, columns.placeOf.length);
        this.inMaterial = sets(words, columns.placeOf.length);
        openPages();
        spreadOwnWords();
        for (Sought each : ofPages) {
            var there = each.isPhrase() || each.bits() == 0 ? null : standing.of(each);
            for (int rest = there == null ? 0 : each.bits(); there != null && rest != 0; rest &= rest - 1) {
                onPage[Integer.numberOfTrailingZeros(rest)].or(there);
            }
        }
    }

    private static FixedBitSet[] sets(int size, int documents) {
        var sets = new FixedBitSet[size];
        for (int i = 0; i < size; i++) {
            sets[i] = new FixedBitSet(documents);
        }
        return sets;
    }

    private void openPages() {
        int size = columns.size();
        for (int from = next(allowed, 0); from < size; ) {
            int to = Math.min(allowed.nextClearBit(from, size), size);
            open.set(columns.firstOf(from), columns.documents[to - 1] + 1);
            from = next(allowed, to);
        }
    }

    private void spreadOwnWords() {
        for (int place = 0; place < own.bits.length; place++) {
            for (int rest = own.bits[place]; rest != 0; rest &= rest - 1) {
                inMaterial[Integer.numberOfTrailingZeros(rest)].set(
                        columns.firstOf(place), columns.documents[place] + 1);
            }
        }
    }

    /// The bits of all that was seen on anything within reach, whether or not it was enough.
    int seen() {
        return seen;
    }

    OwnWords own() {
        return own;
    }

    /// Where this may be matched on pages; null if it is nowhere.
    @Nullable
    FixedBitSet standing(Sought one) throws IOException {
        return standing.of(one);
    }

    /// Of the words of the wish, those that are known to be on a page: all but those of phrases that did not matter.
    int wordsOn(int page) {
        int words = 0;
        for (int word = 0; word < onPage.length; word++) {
            words |= onPage[word].get(page) ? 1 << word : 0;
        }
        return words;
    }

    /// All that fulfils the need.
    Found find(Need need) throws IOException {
        var fitting = new Fitting(need);
        lookForPhrases(fitting);
        var found = new FixedBitSet(columns.placeOf.length);
        for (int i = 0; i < FixedBitSet.bits2words(found.length()); i++) {
            found.getBits()[i] = fitting.enough(i);
        }
        for (int place = 0; place < own.bits.length; place++) {
            if (own.bits[place] != 0 && allowed.get(place)) {
                seen |= own.bits[place];
                if (need.isMet(own.bits[place])) {
                    found.set(columns.documents[place]);
                }
            }
        }
        var places = new FixedBitSet(columns.size());
        int[] documents = columns.documents;
        for (int place = 0, doc = next(found, 0); doc != NO_MORE_DOCS; doc = next(found, documents[place] + 1)) {
            while (documents[place] < doc) {
                place++;
            }
            places.set(place);
            found.set(documents[place]);
        }
        return new Found(found, places);
    }

    static int next(FixedBitSet set, int from) {
        return from < set.length() ? set.nextSetBit(from) : NO_MORE_DOCS;
    }

    private void lookForPhrases(Fitting fitting) throws IOException {
        var phrases = new ArrayList<Phrase>();
        for (Sought each : ofPages) {
            var near = each.isPhrase() && each.bits() != 0 ? standing.of(each) : null;
            if (near != null) {
                phrases.add(new Phrase(each, near));
            }
        }
        for (int i = 0; i < phrases.size(); i++) {
            int assumed = 0;
            for (Phrase each : phrases.subList(i, phrases.size())) {
                assumed |= each.sought.bits();
            }
            lookWhereItMatters(phrases.get(i), assumed, fitting);
        }
    }

    /// To compare positions costs as much as many words: only where the phrase makes enough of a page.
    ///
    /// @param assumed what this phrase and those not yet looked for may add
    private void lookWhereItMatters(Phrase phrase, int assumed, Fitting fitting) throws IOException {
        int bits = phrase.sought.bits();
        long any = 0;
        for (int i = 0; i < FixedBitSet.bits2words(some.length()); i++) {
            long near = phrase.near.getBits()[i] & open.getBits()[i];
            near = near == 0 ? 0 : near & wanting(i, bits);
            some.getBits()[i] = near == 0 ? 0 : near & fitting.fit(i, assumed);
            any |= some.getBits()[i];
        }
        var running = any == 0 ? null : phrase.sought.in(leaf);
        for (int doc = next(some, 0); running != null && doc != NO_MORE_DOCS; doc = next(some, doc + 1)) {
            if (running.found().docID() < doc) {
                running.found().advance(doc);
            }
            if (running.found().docID() == doc && running.isThere()) {
                mark(doc, bits);
            }
        }
    }

    private long wanting(int at, int bits) {
        long all = -1;
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            all &= onPage[Integer.numberOfTrailingZeros(rest)].getBits()[at];
        }
        return ~all;
    }

    private void mark(int page, int bits) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            onPage[Integer.numberOfTrailingZeros(rest)].set(page);
        }
    }

    /// Which pages fulfil a need.
    private final class Fitting {
        private final Need need;
        private final long[] holding;

        Fitting(Need need) {
            this.need = need;
            this.holding = new long[need.least() + 1];
        }

        long enough(int at) {
            long any = 0;
            for (int word = 0; word < onPage.length; word++) {
                long holds = onPage[word].getBits()[at] & open.getBits()[at];
                any |= holds;
                seen |= holds != 0 ? 1 << word : 0;
            }
            return any == 0 ? 0 : any & fit(at, 0);
        }

        /// Of 64 documents, those that fulfil it if all hold what is assumed. `holding[n]` are those with at least `n`
        /// of the words that count.
        long fit(int at, int assumed) {
            long fit = open.getBits()[at];
            Arrays.fill(holding, 0);
            holding[0] = -1;
            for (int word = 0; word < onPage.length && fit != 0; word++) {
                long holds = (assumed >>> word & 1) != 0
                        ? -1
                        : onPage[word].getBits()[at] | inMaterial[word].getBits()[at];
                if ((need.all() >>> word & 1) != 0) {
                    fit &= holds;
                }
                for (int n = (need.words() >>> word & 1) != 0 ? need.least() : 0; n > 0; n--) {
                    holding[n] |= holding[n - 1] & holds;
                }
            }
            return fit & holding[need.least()];
        }
    }
}
