package vn.lopmo.lms;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.HouseRules;
import vn.lopmo.testkit.Slugs;

class ArchitectureTest {
    @Test
    void slicesUseOnlyWhatIsToTheirLeft() {
        HouseRules.slices(
                        "vn.lopmo.lms",
                        "organisation",
                        "course",
                        "learning",
                        "gradebook",
                        "competency",
                        "notice",
                        "privacy",
                        "report")
                .check();
    }

    @Test
    void everyRefusalHasItsTitlesAndItsRow() throws IOException {
        Slugs.check(Path.of(""));
    }
}
