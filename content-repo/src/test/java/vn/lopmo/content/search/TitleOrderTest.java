package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleOrderTest {
    @Test
    void titlesStandAsInADictionary() {
        var inOrder = List.of(
                "An", "An toàn", "Ăn", "Âm nhạc", "Bài 2", "Bài 10", "Dân ca", "Đàn bầu", "Ma", "Mà", "Mả", "Mã", "Má",
                "Mạ", "Mai", "Oanh", "Ô tô", "Ơn");
        var shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new java.util.Random(1));

        shuffled.sort(Comparator.comparing(TitleOrder::key));

        assertEquals(inOrder, shuffled);
    }
}
