package vn.lopmo.lms.course;

/// The indicators there are. The framework belongs to a slice to the right, which supplies this.
public interface IndicatorList {
    boolean has(String code);
}
