package vn.lopmo.content.search;

/// What words that stand in the material's title or description, but not on the page, add to the page.
final class Credits {
    private static final float SHARE = 0.4f;
    private static final int LARGEST_TABLE = 10;

    private final float[] worth;
    private final float[] table;

    /// @param worth of each word of the wish, by its bit
    Credits(float[] worth) {
        this.worth = worth;
        this.table = new float[1 << Math.min(worth.length, LARGEST_TABLE)];
        for (int words = 0; words < table.length; words++) {
            table[words] = sum(words);
        }
    }

    float of(int words) {
        return words < table.length ? table[words] : sum(words);
    }

    private float sum(int words) {
        float sum = 0;
        for (int rest = words; rest != 0; rest &= rest - 1) {
            sum += worth[Integer.numberOfTrailingZeros(rest)];
        }
        return sum * SHARE;
    }
}
