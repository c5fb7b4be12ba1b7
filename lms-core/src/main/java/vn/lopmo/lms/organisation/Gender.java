package vn.lopmo.lms.organisation;

public enum Gender {
    MALE,
    FEMALE
}
