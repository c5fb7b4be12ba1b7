package vn.lopmo.lms.organisation.unit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.testkit.Tokens;

/// A department with its communes, its schools and its officers comes from a sheet.
@QuarkusTest
@TestProfile(SignedTokens.class)
class UnitSheetTest {
    @Inject
    TestSchools schools;

    @Inject
    Schools all;

    private String admin;
    private TestSchools.Small school;
    private String schoolCode;
    private UUID officer;
    private String run;

    @BeforeEach
    void aSchoolThatStandsSomewhere() {
        school = schools.make();
        schoolCode = QuarkusTransaction.requiringNew()
                .call(() -> all.get(school.school()).code());
        var first = QuarkusTransaction.requiringNew().call(() -> all.first().id());
        admin = Tokens.of(schools.join(first, "Quản trị máy chủ", Set.of(Role.ADMIN)), first, Role.ADMIN.realmName());
        officer = schools.join(school.school(), "Lê Cán Bộ", Set.of(Role.OFFICER));
        run = UUID.randomUUID().toString().substring(0, 8);
    }

    private byte[] sheet() {
        return """
                DANH SÁCH ĐƠN VỊ;;;;
                Mã;Tên đơn vị;Loại;Thuộc (mã hoặc tên);Cán bộ (tên đăng nhập)
                %2$s;Trường nào cũng được;Trường;c%1$s;
                c%1$s;Xã Mường Bú %1$s;Xã;s%1$s;
                s%1$s;Sở Sơn La %1$s;Sở;;%3$s
                d%1$s;Phường Tô Hiệu %1$s;Phường;không đâu cả;
                e%1$s;Phường Chiềng Lề %1$s;Quận;s%1$s;ai-do
                """.formatted(run, schoolCode, officer).getBytes(StandardCharsets.UTF_8);
    }

    private ValidatableResponse send(String token, String name, byte[] file, boolean apply) {
        return given().auth()
                .oauth2(token)
                .multiPart("file", name, file)
                .post("/unit-sheet?apply=" + apply)
                .then();
    }

    private ValidatableResponse read(boolean apply) {
        return send(admin, "don-vi.csv", sheet(), apply).statusCode(200);
    }

    private List<String> codes() {
        return as(admin).get("/units").path("units.findAll { it.code?.endsWith('" + run + "') }.code");
    }

    @Test
    void aSheetIsLookedAtEnteredAndAgainChangesNothing() {
        read(false)
                .body("applied", equalTo(false))
                .body("rows.sheetRow", contains(3, 4, 5, 6, 7))
                .body("rows.verdict", contains("CHANGED", "NEW", "NEW", "REJECTED", "REJECTED"))
                .body("rows[0].changes.column", contains("PARENT"))
                .body("rows[0].changes[0].to", equalTo("Xã Mường Bú " + run))
                .body("rows[3].reasons.column", contains("PARENT"))
                .body("rows[3].reasons[0].title", containsString("cấp trên"))
                .body("rows[4].reasons.slug", contains("unit-row-kind-unknown"))
                .body("absent", hasItem("Ea Kao"));
        assertEquals(List.of(), codes());

        read(true).body("applied", equalTo(true));
        assertEquals(Set.of("c" + run, "s" + run), Set.copyOf(codes()));
        String department = unit("it.code == 's" + run + "'", "id");
        String commune = unit("it.code == 'c" + run + "'", "id");
        assertEquals(department, unit("it.id == '" + commune + "'", "parentId"));
        assertEquals(commune, unit("it.schoolId == '" + school.school() + "'", "parentId"));
        as(admin)
                .get("/units")
                .then()
                .body("officers.findAll { it.unitId == '" + department + "' }.personId", contains(officer.toString()));

        read(true).body("rows.verdict", contains("UNCHANGED", "UNCHANGED", "UNCHANGED", "REJECTED", "REJECTED"));
        as(admin).get("/units").then().body("officers.findAll { it.unitId == '" + department + "' }", hasSize(1));
    }

    private String unit(String which, String what) {
        return as(admin).get("/units").path("units.find { " + which + " }." + what);
    }

    @Test
    void whatIsWrittenOutIsReadAgainWithoutAChange() {
        read(true);
        var book = as(admin)
                .get("/unit-sheet/units.xlsx")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("don-vi.xlsx"))
                .extract()
                .asByteArray();

        send(admin, "don-vi.xlsx", book, true)
                .statusCode(200)
                .body("rows.verdict", everyItem(oneOf("UNCHANGED", "REJECTED")))
                .body("rows.findAll { it.verdict == 'UNCHANGED' }.code", hasItems("s" + run, "c" + run, schoolCode))
                .body("absent", not(hasItem("Xã Mường Bú " + run)));
    }

    @Test
    void aFileThatIsNoSuchTableIsRefused() {
        send(admin, "la.csv", "Họ tên;Lớp\nAn;8A".getBytes(StandardCharsets.UTF_8), false)
                .statusCode(422)
                .body("slug", equalTo("roster-columns-missing"));
    }

    @Test
    void nobodyButWhoSetTheInstallUpSendsOne() {
        for (var role : List.of(Role.ADMIN, Role.OFFICER, Role.HEAD)) {
            var other = school.tokenOf(schools.join(school.school(), "Ai Đó", Set.of(role)), role);
            send(other, "don-vi.csv", sheet(), true).statusCode(403);
            as(other).get("/unit-sheet/units.xlsx").then().statusCode(403);
        }
        assertEquals(List.of(), codes());
    }

    @Test
    void aCodeIsGivenByHandToo() {
        var name = "Sở Lai Châu " + run;
        as(admin)
                .body(Map.of("kind", "DEPARTMENT", "name", name, "code", " 0" + run + " "))
                .post("/units")
                .then()
                .statusCode(201);
        String id = unit("it.name == '" + name + "'", "id");
        assertEquals("0" + run, unit("it.id == '" + id + "'", "code"));
        as(admin)
                .body(Map.of("kind", "DEPARTMENT", "name", name + " khác", "code", run.toUpperCase(Locale.ROOT)))
                .post("/units")
                .then()
                .statusCode(409)
                .body("slug", equalTo("unit-code-taken"));

        change(id, name, null).body("units.find { it.id == '" + id + "' }.code", equalTo("0" + run));
        change(id, name, "").body("units.find { it.id == '" + id + "' }.code", nullValue());
    }

    private ValidatableResponse change(String id, String name, @Nullable String code) {
        var form = new HashMap<String, @Nullable Object>();
        form.put("name", name);
        form.put("code", code);
        return as(admin).body(form).put("/units/" + id).then().statusCode(200);
    }
}
