package vn.lopmo.lms.gradebook.sheet;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.platform.text.VietnameseText;

/// A column of a mark sheet: how we write its head, and by which words, without accents, we know it in others' sheets.
enum Head {
    NUMBER("STT", null, "stt", "tt", "so thu tu"),
    CLASS("Lớp", null, "lop", "lop hoc", "ten lop"),
    MINISTRY_CODE(
            "Mã định danh Bộ GD&ĐT",
            null,
            "ma dinh danh bo gd dt",
            "ma dinh danh bo gddt",
            "ma dinh danh bo",
            "ma dinh danh hoc sinh"),
    CODE("Mã định danh", null, "ma dinh danh", "ma hoc sinh", "ma hs", "ma so hoc sinh"),
    NAME("Họ và tên", null, "ho va ten", "ho ten", "ho va ten hoc sinh", "ho ten hoc sinh"),
    BIRTH_DATE("Ngày sinh", null, "ngay sinh", "ngay thang nam sinh"),
    TX1("ĐĐGtx1", Slot.TX1, "ddgtx1", "ddgtx 1", "tx1", "tx 1"),
    TX2("ĐĐGtx2", Slot.TX2, "ddgtx2", "ddgtx 2", "tx2", "tx 2"),
    TX3("ĐĐGtx3", Slot.TX3, "ddgtx3", "ddgtx 3", "tx3", "tx 3"),
    TX4("ĐĐGtx4", Slot.TX4, "ddgtx4", "ddgtx 4", "tx4", "tx 4"),
    TX5("ĐĐGtx5", Slot.TX5, "ddgtx5", "ddgtx 5", "tx5", "tx 5"),
    REGULAR("ĐĐGtx", null, "ddgtx", "ddg tx", "tx", "diem danh gia thuong xuyen", "danh gia thuong xuyen"),
    MID("ĐĐGgk", Slot.GK, "ddggk", "ddg gk", "gk", "giua ki", "giua ky", "danh gia giua ki", "danh gia giua ky"),
    END("ĐĐGck", Slot.CK, "ddgck", "ddg ck", "ck", "cuoi ki", "cuoi ky", "danh gia cuoi ki", "danh gia cuoi ky"),
    AVERAGE("ĐTBmhk", null, "dtbmhk", "dtb mhk", "tbm", "dtbm", "diem trung binh mon hoc ki"),
    JUDGEMENT("Đánh giá", null, "danh gia", "ket qua danh gia"),
    REMARK_CODE("Mã nhận xét", null, "ma nhan xet"),
    REMARK_TEXT("Nội dung nhận xét", Slot.NX, "noi dung nhan xet"),
    REMARK("Nhận xét", Slot.NX, "nhan xet"),
    LEVEL_MID("Mức đạt được GK", Slot.GK, "muc dat duoc gk", "muc dat duoc giua ki", "muc dat duoc giua ky"),
    TEST_MID("Điểm KTĐK GK", Slot.KTGK, "diem ktdk gk", "diem ktdk giua ki", "diem ktdk giua ky"),
    REMARK_MID("Nhận xét GK", Slot.NXGK, "nhan xet gk", "nhan xet giua ki", "nhan xet giua ky"),
    LEVEL_END("Mức đạt được CK", Slot.CK, "muc dat duoc ck", "muc dat duoc cuoi ki", "muc dat duoc cuoi ky"),
    TEST_END("Điểm KTĐK", Slot.KTCK, "diem ktdk", "diem ktdk ck", "diem ktdk cuoi ki", "diem ktdk cuoi ky"),
    REMARK_END("Nhận xét CK", Slot.NXCK, "nhan xet ck", "nhan xet cuoi ki", "nhan xet cuoi ky");

    private final String title;
    private final @Nullable Slot slot;
    private final Set<String> words;

    Head(String title, @Nullable Slot slot, String... words) {
        this.title = title;
        this.slot = slot;
        this.words = Set.of(words);
    }

    String title() {
        return title;
    }

    /// Where its cells go; null for what names the learner or is reckoned.
    @Nullable
    Slot slot() {
        return slot;
    }

    static Optional<Head> named(String header) {
        var words = VietnameseText.fold(header).replaceAll("[^a-z0-9]+", " ").strip();
        for (var head : values()) {
            if (head.words.contains(words)) {
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }
}
