package vn.lopmo.assessment.bank;

/// Level of thinking that an item asks for: biết, hiểu, vận dụng (letter 7991/BGDĐT-GDTrH).
public enum Cognitive {
    BIET,
    HIEU,
    VAN_DUNG
}
