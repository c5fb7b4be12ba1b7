package vn.lopmo.content.material;

/// The sets of textbooks of the 2018 curriculum. From 2026-27 KNTT is the single set; the others stay as reference.
public enum TextbookSet {
    /// Kết nối tri thức với cuộc sống
    KNTT,
    /// Chân trời sáng tạo
    CTST,
    /// Cánh Diều
    CANH_DIEU,
    KHAC
}
