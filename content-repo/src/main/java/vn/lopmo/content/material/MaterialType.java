package vn.lopmo.content.material;

/// The kinds of material that the ministry's registers know, with the words that people search them by.
public enum MaterialType {
    BAI_GIANG("Bài giảng"),
    BAI_TRINH_CHIEU("Bài trình chiếu"),
    VIDEO("Video"),
    TAI_LIEU("Tài liệu"),
    DE_KIEM_TRA("Đề kiểm tra"),
    SACH("Sách"),
    HINH_ANH("Hình ảnh"),
    INFOGRAPHIC("Infographic"),
    KE_HOACH_BAI_DAY("Kế hoạch bài dạy"),
    AM_THANH("Âm thanh"),
    PODCAST("Podcast"),
    THI_NGHIEM_AO("Thí nghiệm ảo"),
    GOI_TUONG_TAC("Gói tương tác"),
    TRO_CHOI("Trò chơi");

    private final String words;

    MaterialType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
