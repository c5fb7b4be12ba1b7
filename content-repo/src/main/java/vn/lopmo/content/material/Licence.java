package vn.lopmo.content.material;

/// What a reader may do with a material.
public enum Licence {
    CC0("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    CC_BY("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    CC_BY_SA("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    CC_BY_NC("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    CC_BY_NC_SA("CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    CC_BY_ND("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    CC_BY_NC_ND("CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ALL_RIGHTS("Giữ mọi quyền", ""),
    /// Copied for teaching (Law on Intellectual Property, art. 25): for the class's teachers and learners alone, or for
    /// staff, never for all.
    TEACHING_EXCEPTION("Chỉ dùng để dạy học", "");

    private final String label;
    private final String address;

    Licence(String label, String address) {
        this.label = label;
        this.address = address;
    }

    /// As it stands in an attribution.
    public String label() {
        return label;
    }

    /// Where its text can be read; empty where there is none.
    public String address() {
        return address;
    }

    /// Anybody may copy it on, under conditions or none.
    public boolean isOpen() {
        return this != ALL_RIGHTS && this != TEACHING_EXCEPTION;
    }

    /// How far a material under it may be seen.
    public boolean allows(Visibility visibility) {
        return switch (visibility) {
            case CLASSES, STAFF -> true;
            case SCHOOL -> this != TEACHING_EXCEPTION;
            case OPEN -> isOpen();
        };
    }

    public boolean forbidsAdapting() {
        return this == CC_BY_ND || this == CC_BY_NC_ND || !isOpen();
    }

    public boolean forbidsCommerce() {
        return this == CC_BY_NC || this == CC_BY_NC_SA || this == CC_BY_NC_ND || !isOpen();
    }

    /// What is made from it must bear the same licence.
    public boolean mustBeKept() {
        return this == CC_BY_SA || this == CC_BY_NC_SA;
    }
}
