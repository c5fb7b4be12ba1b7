package vn.lopmo.lms;

import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;

class ArchitectureTest {
    @Test
    void slicesUseOnlyWhatIsToTheirLeft() {
        HouseRules.slices("vn.lopmo.lms", "organisation", "course", "learning", "gradebook", "competency", "notice")
                .check();
    }
}
