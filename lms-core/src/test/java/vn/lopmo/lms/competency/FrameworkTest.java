package vn.lopmo.lms.competency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkTest {
    static final Framework FRAMEWORK = FrameworkFile.read(new ObjectMapper());

    @Test
    void theShippedFileHasSixDomainsTwentyFourCompetencesEightLevelsAnd265Indicators() {
        assertEquals(6, FRAMEWORK.domains().size());
        assertEquals(24, FRAMEWORK.competences().count());
        assertEquals(8, FRAMEWORK.levels().size());
        assertEquals(265, FRAMEWORK.indicators().count());
        assertEquals(265, FRAMEWORK.indicatorsByCode().size());
    }

    @Test
    void everyGradeHasATarget() {
        for (int grade = 1; grade <= 12; grade++) {
            assertTrue(FRAMEWORK.target(grade).isPresent(), "grade " + grade);
        }
        assertEquals("TC2", FRAMEWORK.target(8).orElseThrow().code());
    }

    @Test
    void fiveLevelsAreInUse() {
        assertEquals(
                List.of("CB1", "CB2", "TC1", "TC2", "NC1"),
                FRAMEWORK.levelsInUse().stream().map(Framework.Level::code).toList());
    }

    @Test
    void nothingIsAskedOf61AtTheFirstLevel() {
        assertEquals(23, FRAMEWORK.asked(FRAMEWORK.target(1)));
        assertEquals(24, FRAMEWORK.asked(FRAMEWORK.target(4)));
    }

    @Test
    void anIndicatorKnowsItsCompetence() {
        FRAMEWORK.competences().forEach(competence -> competence
                .indicators()
                .forEach(indicator -> assertEquals(competence.code(), indicator.competence())));
    }
}
