package vn.lopmo.assessment.room;

/// What kind of thing happened: as the invigilator sees it, who decides nothing by it.
public enum Incident {
    NOTE,
    LATE,
    ILLNESS,
    DEVICE,
    RULE,
    OTHER
}
