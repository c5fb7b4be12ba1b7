package vn.lopmo.content.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.SignedTokens;
import vn.lopmo.platform.person.PersonWords;

/// What an export shows has a name that people understand: a new table or column wants its words.
@QuarkusTest
@TestProfile(SignedTokens.class)
class PersonWordsTest {
    @Inject
    PersonWords words;

    @Test
    void everyTableColumnAndValueHasItsName() {
        assertEquals(List.of(), words.missing());
    }
}
