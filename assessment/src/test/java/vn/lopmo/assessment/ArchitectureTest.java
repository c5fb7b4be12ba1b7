package vn.lopmo.assessment;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;
import vn.lopmo.testkit.Slugs;

class ArchitectureTest {
    @Test
    void slicesUseOnlyWhatStandsToTheirLeft() {
        HouseRules.slices(
                        "vn.lopmo.assessment",
                        "roster",
                        "item",
                        "bank",
                        "interchange",
                        "paper",
                        "sitting",
                        "room",
                        "marking",
                        "analysis",
                        "privacy")
                .check();
    }

    @Test
    void everyRefusalHasItsTitlesAndItsRow() throws IOException {
        Slugs.check(Path.of(""));
    }
}
