package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lopmo.platform.text.VietnameseText;

/// Finds words within one file, page by page, so that a long book is never held whole. Typed without accents, they are
/// found with any; typed with accents, as they are typed.
@ApplicationScoped
class FoundPlaces {
    static final int MOST_PAGES = 100;
    private static final int AROUND = 60;
    private static final char[] BARE = bare();

    private final FilePages pages;

    FoundPlaces(FilePages pages) {
        this.pages = pages;
    }

    /// @param count how often on that page
    /// @param before the text in front of the first place on that page
    record Place(int n, int count, String before, String found, String after) {}

    List<Place> find(UUID fileId, String words) {
        var phrase = VietnameseText.tidy(words);
        boolean accents = !VietnameseText.fold(phrase).equals(phrase.toLowerCase(Locale.ROOT));
        var wanted = comparable(phrase, accents);
        var found = new ArrayList<Place>();
        int last = 0;
        for (var batch = pages.after(fileId, last); !batch.isEmpty(); batch = pages.after(fileId, last)) {
            for (var page : batch) {
                last = page.n();
                add(page, wanted, accents, found);
            }
            if (found.size() >= MOST_PAGES) {
                return found.subList(0, MOST_PAGES);
            }
        }
        return found;
    }

    private static void add(FilePages.Text page, String wanted, boolean accents, List<Place> found) {
        var text = comparable(page.text(), accents);
        int first = text.indexOf(wanted);
        if (first < 0) {
            return;
        }
        int count = 0;
        for (int at = first; at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        int end = first + wanted.length();
        found.add(new Place(
                page.n(),
                count,
                page.text().substring(wordBefore(text, first - AROUND), first),
                page.text().substring(first, end),
                page.text().substring(end, wordAfter(text, end + AROUND))));
    }

    private static int wordBefore(String text, int at) {
        return at <= 0 ? 0 : text.indexOf(' ', at) + 1;
    }

    private static int wordAfter(String text, int at) {
        int space = at >= text.length() ? -1 : text.lastIndexOf(' ', at);
        return space < at - AROUND ? text.length() : space;
    }

    /// As long as the text itself, so that a place in one is the place in the other.
    private static String comparable(String text, boolean accents) {
        var result = new char[text.length()];
        for (int i = 0; i < result.length; i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            result[i] = !accents && letter < BARE.length ? BARE[letter] : letter;
        }
        return new String(result);
    }

    /// Of each Latin letter, the one without marks.
    private static char[] bare() {
        var result = new char[0x2000];
        for (int i = 0; i < result.length; i++) {
            char first = Normalizer.normalize(String.valueOf((char) i), Normalizer.Form.NFD)
                    .charAt(0);
            result[i] = first == 'đ' ? 'd' : Character.toLowerCase(first);
        }
        return result;
    }
}
