package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.List;

/// Cuts a long page (a chapter of a book) into passages, at the end of a sentence where there is one, so that every
/// passage is as easy to rank and to quote as a page of a document.
final class Passages {
    private static final int LONG = 3_000;
    private static final int LONGEST = 4_000;

    private Passages() {}

    static List<String> of(String text) {
        var passages = new ArrayList<String>();
        int start = 0;
        while (text.length() - start > LONGEST) {
            int end = end(text, start);
            passages.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length()) {
            passages.add(text.substring(start));
        }
        return passages;
    }

    private static int end(String text, int start) {
        int sentence = text.indexOf(". ", start + LONG);
        if (sentence > 0 && sentence < start + LONGEST) {
            return sentence + 2;
        }
        int space = text.lastIndexOf(' ', start + LONGEST);
        return space > start ? space + 1 : start + LONGEST;
    }
}
