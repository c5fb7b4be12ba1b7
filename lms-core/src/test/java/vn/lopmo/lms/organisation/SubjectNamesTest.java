package vn.lopmo.lms.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Toán, toan",
        "Văn, ngu-van",
        "Ngữ văn, ngu-van",
        "Tiếng Việt, tieng-viet",
        "Vật lý, vat-li",
        "LS&ĐL, lich-su-dia-li",
        "Lịch sử và Địa lý, lich-su-dia-li",
        "Mỹ thuật, mi-thuat",
        "HĐTN, hdtn",
        "'Hoạt động trải nghiệm, hướng nghiệp', hdtn",
        "Tự nhiên và Xã hội, tu-nhien-xa-hoi",
        "Khoa học, khoa-hoc",
        "Giáo dục kinh tế và pháp luật, gdktpl",
        "tin-hoc, tin-hoc"
    })
    void whatASheetWritesIsFound(String typed, String code) {
        assertEquals(code, SubjectNames.codeOf(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"toan", "lich-su-dia-li", "gdcd", "hdtn", "gddp", "dao-duc", "gdqpan", "tieng-viet"})
    void whatIsWrittenOutIsReadAgain(String code) {
        assertEquals(code, SubjectNames.codeOf(SubjectNames.of(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Môn lạ", "ren-luyen"})
    void whatIsNoSubjectIsNone(String typed) {
        assertNull(SubjectNames.codeOf(typed));
    }
}
