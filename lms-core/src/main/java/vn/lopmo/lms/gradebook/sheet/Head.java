package vn.lopmo.lms.gradebook.sheet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.gradebook.rules.Trait.Moment;
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
    REMARK_END("Nhận xét CK", Slot.NXCK, "nhan xet ck", "nhan xet cuoi ki", "nhan xet cuoi ky"),
    AWAY_WITH_LEAVE("Số buổi nghỉ có phép", Slot.VP, "so buoi nghi co phep", "nghi co phep"),
    AWAY_WITHOUT("Số buổi nghỉ không phép", Slot.VK, "so buoi nghi khong phep", "nghi khong phep"),
    /// One level for all, as it was kept before each had its own.
    QUALITIES_MID("Phẩm chất GK", Slot.PCGK, "pham chat gk", "pham chat giua ki", "pham chat giua ky"),
    ABILITIES_MID("Năng lực GK", Slot.NLGK, "nang luc gk", "nang luc giua ki", "nang luc giua ky"),
    QUALITIES_END("Phẩm chất CK", Slot.PCCK, "pham chat ck", "pham chat cuoi ki", "pham chat cuoi ky"),
    ABILITIES_END("Năng lực CK", Slot.NLCK, "nang luc ck", "nang luc cuoi ki", "nang luc cuoi ky"),
    YN_MID(Trait.YN, Moment.MID),
    NA_MID(Trait.NA, Moment.MID),
    CC_MID(Trait.CC, Moment.MID),
    TT_MID(Trait.TT, Moment.MID),
    TN_MID(Trait.TN, Moment.MID),
    TC_MID(Trait.TC, Moment.MID),
    GT_MID(Trait.GT, Moment.MID),
    VD_MID(Trait.VD, Moment.MID),
    NN_MID(Trait.NN, Moment.MID),
    TO_MID(Trait.TO, Moment.MID),
    KH_MID(Trait.KH, Moment.MID),
    CN_MID(Trait.CN, Moment.MID),
    TH_MID(Trait.TH, Moment.MID),
    TM_MID(Trait.TM, Moment.MID),
    TCH_MID(Trait.TCH, Moment.MID),
    YN_END(Trait.YN, Moment.END),
    NA_END(Trait.NA, Moment.END),
    CC_END(Trait.CC, Moment.END),
    TT_END(Trait.TT, Moment.END),
    TN_END(Trait.TN, Moment.END),
    TC_END(Trait.TC, Moment.END),
    GT_END(Trait.GT, Moment.END),
    VD_END(Trait.VD, Moment.END),
    NN_END(Trait.NN, Moment.END),
    TO_END(Trait.TO, Moment.END),
    KH_END(Trait.KH, Moment.END),
    CN_END(Trait.CN, Moment.END),
    TH_END(Trait.TH, Moment.END),
    TM_END(Trait.TM, Moment.END),
    TCH_END(Trait.TCH, Moment.END);

    /// Only in a sheet where somebody has an entry.
    static final Set<Head> ONLY_IF_USED = EnumSet.of(QUALITIES_MID, ABILITIES_MID, QUALITIES_END, ABILITIES_END);

    private final String title;
    private final @Nullable Slot slot;
    private final Set<String> words;

    Head(String title, @Nullable Slot slot, String... words) {
        this.title = title;
        this.slot = slot;
        this.words = Set.of(words);
    }

    Head(Trait trait, Moment moment) {
        this(titled(trait, moment), trait.slot(moment), words(trait, moment));
    }

    private static String titled(Trait trait, Moment moment) {
        return trait.title() + (moment == Moment.MID ? " GK" : " CK");
    }

    /// `Yêu nước GK`, and what a header two rows high says: `Giữa kì` over `Yêu nước`.
    private static String[] words(Trait trait, Moment moment) {
        var name = VietnameseText.fold(trait.title());
        var when = moment == Moment.MID
                ? List.of("gk", "giua ki", "giua ky", "giua hoc ki", "giua hoc ky")
                : List.of("ck", "cuoi ki", "cuoi ky", "cuoi hoc ki", "cuoi hoc ky");
        return when.stream()
                .flatMap(each -> Stream.of(name + " " + each, each + " " + name))
                .toArray(String[]::new);
    }

    /// Of one quality or ability at the middle, or the end, of a term.
    static List<Head> of(Moment moment) {
        return Arrays.stream(values())
                .filter(head -> head.slot != null
                        && Trait.at(head.slot)
                                .filter(trait -> trait.slot(moment) == head.slot)
                                .isPresent())
                .toList();
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
