package vn.lopmo.lms.organisation.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class TransferPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "OFFER,         HEAD ADMIN",
        "READ_LEAVING,  HEAD ADMIN",
        "WITHDRAW,      HEAD ADMIN",
        "READ_ARRIVING, ADMIN",
        "TAKE,          ADMIN",
        "DECLINE,       ADMIN"
    })
    void whoMayDoWhatAtHisOwnSchool(TransferPolicy.Verb verb, String allowed) {
        for (var role : Role.values()) {
            var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
            boolean expected = Arrays.asList(allowed.split(" ")).contains(role.name());

            assertEquals(expected, TransferPolicy.allows(caller, verb), role + " " + verb);
        }
    }
}
