package vn.lopmo.content;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;
import vn.lopmo.testkit.Slugs;

class ArchitectureTest {
    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.slices(
                        "vn.lopmo.content",
                        "roster",
                        "material",
                        "file",
                        "review",
                        "collection",
                        "bookmark",
                        "packages",
                        "search",
                        "exchange",
                        "privacy")
                .check();
    }

    @Test
    void everyRefusalHasItsTitlesAndItsRow() throws IOException {
        Slugs.check(Path.of(""));
    }
}
