package vn.lopmo.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {
    @Test
    void foldingTakesEveryMarkAwayWhicheverFormTheTextIsIn() {
        assertEquals("duong di vao the gioi", VietnameseText.fold("Đường đi vào thế giới"));
        assertEquals("hoa", VietnameseText.fold("ho\u0061\u0300"));
    }

    @Test
    void registersAreSortedByGivenNameFirst() {
        var names = List.of("Nguyễn Văn Bình", "Đỗ Thị Ánh", "Lê Hoàng Ân", "Trần An");

        var sorted = names.stream().sorted(VietnameseText.byGivenName()).toList();

        assertEquals(List.of("Trần An", "Đỗ Thị Ánh", "Lê Hoàng Ân", "Nguyễn Văn Bình"), sorted);
    }
}
