package vn.lopmo.lms.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.organisation.SetupResource.State;

class SetupStateTest {
    private static School school(String name) {
        return School.open(name, name, SchoolLevel.THCS, "Tà Xùa", "Tỉnh Sơn La", Instant.EPOCH);
    }

    @Test
    void aServerWithoutASchoolIsToBeSetUp() {
        assertEquals(new State(true, null, List.of(), 0), State.of(List.of(), 0));
    }

    @Test
    void oneSchoolIsNamed() {
        assertEquals(new State(false, "Hoa Ban", List.of(), 0), State.of(List.of(school("Hoa Ban")), 1));
    }

    @Test
    void ofSeveralTheFirstAreNamedAndTheRestCounted() {
        var first = List.of(school("Hoa Ban"), school("Tà Xùa"));

        assertEquals(new State(false, null, List.of("Hoa Ban", "Tà Xùa"), 3), State.of(first, 5));
    }
}
