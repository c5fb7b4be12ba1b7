package vn.lopmo.content;

import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;

class ArchitectureTest {
    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.slices("vn.lopmo.content", "material", "file", "review", "packages", "search", "exchange")
                .check();
    }
}
