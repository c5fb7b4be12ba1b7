package vn.lopmo.lms.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class PrivacyRulesTest {
    private static final PrivacyConfig LAW = new PrivacyConfig() {
        @Override
        public int ownConsentFrom() {
            return 7;
        }

        @Override
        public int aloneFrom() {
            return 16;
        }

        @Override
        public int answerWorkingDays() {
            return 2;
        }

        @Override
        public int stopDays() {
            return 15;
        }

        @Override
        public int graceDays() {
            return 7;
        }
    };

    @ParameterizedTest
    @CsvSource({
        // born, own, guardian; on 21/11/2026
        "2019-11-22, false, true",
        "2019-11-21, true,  true",
        "2012-01-01, true,  true",
        "2010-11-22, true,  true",
        "2010-11-21, true,  false"
    })
    void whoseConsentIsNeeded(LocalDate born, boolean own, boolean guardian) {
        var today = LocalDate.of(2026, 11, 21);
        assertEquals(new ConsentRule(own, guardian), ConsentRule.of(born, true, today, LAW));
    }

    @Test
    void whoseBirthDateIsNotKnownNeedsBothAndStaffSpeakForThemselves() {
        var today = LocalDate.of(2026, 11, 21);
        assertEquals(new ConsentRule(true, true), ConsentRule.of(null, true, today, LAW));
        assertEquals(new ConsentRule(true, false), ConsentRule.of(null, false, today, LAW));
    }

    @ParameterizedTest
    @CsvSource({
        // needed own, guardian; given own, guardian
        "true,  true,  true,  false, false",
        "true,  true,  false, true,  false",
        "true,  true,  true,  true,  true",
        "false, true,  false, true,  true",
        "true,  false, true,  false, true",
        "true,  false, false, true,  false"
    })
    void silenceIsNoConsent(boolean own, boolean guardian, boolean ownGiven, boolean guardianGiven, boolean met) {
        assertEquals(met, new ConsentRule(own, guardian).isMet(ownGiven, guardianGiven));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-18",
        "2026-11-19, 2026-11-23",
        "2026-11-20, 2026-11-24",
        "2026-11-21, 2026-11-24",
        "2026-11-22, 2026-11-24"
    })
    void twoWorkingDaysPassOverTheWeekend(LocalDate asked, LocalDate answered) {
        assertEquals(answered, Deadlines.workingDaysAfter(asked, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "WRITE_TEXTS,     HEAD ADMIN",
        "READ_CONSENTS,   HEAD ADMIN",
        "READ_REQUESTS,   HEAD ADMIN",
        "ANSWER,          HEAD ADMIN",
        "CARRY_OUT,       ADMIN",
        "SET_RETENTION,   HEAD ADMIN",
        "READ_ACCESS_LOG, HEAD ADMIN"
    })
    void whoMayDoWhat(PrivacyPolicy.Verb verb, String allowed) {
        for (var role : Role.values()) {
            var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
            boolean expected = Arrays.asList(allowed.split(" ")).contains(role.name());
            assertEquals(expected, PrivacyPolicy.allows(caller, verb), role + " " + verb);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STUDENT,  true,  false, true",
        "STUDENT,  false, true,  false",
        "GUARDIAN, false, true,  true",
        "GUARDIAN, false, false, false",
        "ADMIN,    false, true,  false"
    })
    void whoSpeaksForWhom(Role role, boolean self, boolean acts, boolean may) {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
        assertEquals(may, PrivacyPolicy.speaksFor(caller, self ? caller.id() : UUID.randomUUID(), acts));
    }
}
