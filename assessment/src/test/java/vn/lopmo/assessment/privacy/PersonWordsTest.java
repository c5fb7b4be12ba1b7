package vn.lopmo.assessment.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.platform.person.PersonWords;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// What an export shows has a name that people understand: a new table or column wants its words.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class PersonWordsTest {
    @Inject
    PersonWords words;

    @Test
    void everyTableColumnAndValueHasItsName() {
        assertEquals(List.of(), words.missing());
    }
}
