package vn.lopmo.lms.organisation.identity;

import java.security.SecureRandom;

/// First passwords that can be read aloud from a sheet and typed on a phone: two words without accents and four digits,
/// none of them 0 or 1, no letter l. 27 bits: enough for the days until it must be changed, behind Keycloak's lock
/// after wrong tries.
public final class FirstPasswords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "23456789";
    private static final String[] WORDS = {
        "ao", "anh", "bac", "bach", "ban", "bang", "banh", "bao", "bay", "bap", "ben", "bien", "bong", "bua", "buom",
        "but", "cam", "canh", "cat", "cau", "cay", "chanh", "chao", "chuong", "cong", "cua", "cuc", "da", "dan", "dao",
        "dat", "dau", "den", "diem", "dieu", "do", "doi", "dong", "dua", "duong", "ga", "gac", "gao", "gian", "gio",
        "giay", "giong", "go", "gom", "gung", "hac", "hai", "hang", "hanh", "hat", "he", "hen", "hoa", "hong", "ho",
        "hue", "huong", "kem", "ken", "keo", "khe", "khoai", "kim", "kien", "mai", "mang", "may", "mat", "men", "meo",
        "mien", "mit", "mo", "mua", "mun", "muoi", "muop", "na", "nam", "nang", "nau", "nem", "nen", "nho", "nhan",
        "nhac", "nghe", "ngo", "ngoc", "non", "nong", "nui", "nuoc", "oi", "ong", "phao", "phong", "phin", "que",
        "quat", "qua", "quyt", "rau", "reu", "rung", "ruong", "sam", "sao", "sach", "sen", "soi", "som", "song", "suoi",
        "tam", "tao", "tau", "tay", "than", "thang", "thong", "thu", "thuoc", "thuyen", "tim", "tinh", "toi", "tom",
        "tra", "trang", "tranh", "tre", "trong", "trung", "truc", "tung", "tuyet", "van", "vang", "ve", "vien", "voi",
        "vong", "vuon", "vui", "xanh", "xe", "xoai", "xoan", "xuan", "xuong", "yen"
    };

    private FirstPasswords() {}

    /// `sen-xanh-4827`
    public static String next() {
        var password = new StringBuilder(word()).append('-').append(word()).append('-');
        for (int i = 0; i < 4; i++) {
            password.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return password.toString();
    }

    private static String word() {
        return WORDS[RANDOM.nextInt(WORDS.length)];
    }
}
