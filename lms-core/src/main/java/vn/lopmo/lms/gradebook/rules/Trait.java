package vn.lopmo.lms.gradebook.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A quality or a core ability of a primary class: five and ten, each judged by itself in the middle and at the end
/// of a term (Circular 27/2020, art. 7.2, 9.2.a).
public enum Trait {
    YN("Yêu nước", Group.QUALITIES, Slot.YNGK, Slot.YNCK),
    NA("Nhân ái", Group.QUALITIES, Slot.NAGK, Slot.NACK),
    CC("Chăm chỉ", Group.QUALITIES, Slot.CCGK, Slot.CCCK),
    TT("Trung thực", Group.QUALITIES, Slot.TTGK, Slot.TTCK),
    TN("Trách nhiệm", Group.QUALITIES, Slot.TNGK, Slot.TNCK),
    TC("Tự chủ và tự học", Group.GENERAL_ABILITIES, Slot.TCGK, Slot.TCCK),
    GT("Giao tiếp và hợp tác", Group.GENERAL_ABILITIES, Slot.GTGK, Slot.GTCK),
    VD("Giải quyết vấn đề và sáng tạo", Group.GENERAL_ABILITIES, Slot.VDGK, Slot.VDCK),
    NN("Ngôn ngữ", Group.SPECIFIC_ABILITIES, Slot.NNGK, Slot.NNCK),
    TO("Tính toán", Group.SPECIFIC_ABILITIES, Slot.TOGK, Slot.TOCK),
    KH("Khoa học", Group.SPECIFIC_ABILITIES, Slot.KHGK, Slot.KHCK),
    CN("Công nghệ", Group.SPECIFIC_ABILITIES, Slot.CNGK, Slot.CNCK),
    TH("Tin học", Group.SPECIFIC_ABILITIES, Slot.THGK, Slot.THCK),
    TM("Thẩm mĩ", Group.SPECIFIC_ABILITIES, Slot.TMGK, Slot.TMCK),
    TCH("Thể chất", Group.SPECIFIC_ABILITIES, Slot.TCHGK, Slot.TCHCK);

    /// Phẩm chất, năng lực chung, năng lực đặc thù; each knows the place where one level once stood for all of it.
    public enum Group {
        QUALITIES(Slot.PCGK, Slot.PCCK),
        GENERAL_ABILITIES(Slot.NLGK, Slot.NLCK),
        SPECIFIC_ABILITIES(Slot.NLGK, Slot.NLCK);

        private final Slot mid;
        private final Slot end;

        Group(Slot mid, Slot end) {
            this.mid = mid;
            this.end = end;
        }

        Slot together(Moment moment) {
            return moment == Moment.MID ? mid : end;
        }
    }

    public enum Moment {
        MID,
        END
    }

    /// Technology and informatics are subjects from grade 3 on: before that they may be judged, and nothing waits for
    /// them.
    private static final int GRADE_OF_TECHNOLOGY = 3;

    private static final Map<Slot, Trait> BY_SLOT = Arrays.stream(values())
            .flatMap(trait -> Stream.of(Map.entry(trait.mid, trait), Map.entry(trait.end, trait)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;
    private final Group group;
    private final Slot mid;
    private final Slot end;

    Trait(String title, Group group, Slot mid, Slot end) {
        this.title = title;
        this.group = group;
        this.mid = mid;
        this.end = end;
    }

    /// As the ministry's sheets name it.
    public String title() {
        return title;
    }

    public Group group() {
        return group;
    }

    public Slot slot(Moment moment) {
        return moment == Moment.MID ? mid : end;
    }

    public static Optional<Trait> at(Slot slot) {
        return Optional.ofNullable(BY_SLOT.get(slot));
    }

    /// Those that the result of a grade waits for.
    static List<Trait> asked(int grade) {
        return Arrays.stream(values())
                .filter(trait -> grade >= GRADE_OF_TECHNOLOGY || trait != CN && trait != TH)
                .toList();
    }
}
