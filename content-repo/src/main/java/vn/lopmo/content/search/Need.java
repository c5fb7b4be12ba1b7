package vn.lopmo.content.search;

/// What a match must fulfil.
///
/// @param words of the wish that count
/// @param least how many of them must be there, in the material's own words and on one page of it together
/// @param all what must be there in any case: phrases in quotation marks
record Need(int words, int least, int all) {
    boolean isMet(int bits) {
        return Integer.bitCount(bits & words) >= least && (bits & all) == all;
    }
}
