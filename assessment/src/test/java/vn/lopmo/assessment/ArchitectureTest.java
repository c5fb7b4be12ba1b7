package vn.lopmo.assessment;

import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;

class ArchitectureTest {
    @Test
    void slicesUseOnlyWhatStandsToTheirLeft() {
        HouseRules.slices("vn.lopmo.assessment", "roster", "item", "bank", "interchange", "paper", "sitting", "marking")
                .check();
    }
}
