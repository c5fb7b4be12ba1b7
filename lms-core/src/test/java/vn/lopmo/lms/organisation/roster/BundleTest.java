package vn.lopmo.lms.organisation.roster;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.platform.caller.Role;

/// OneRoster 1.2 bundles, out and in.
@QuarkusTest
@TestProfile(SignedTokens.class)
class BundleTest {
    private static final String MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n";

    @Inject
    TestSchools schools;

    private TestSchools.Small school;

    @BeforeEach
    void aSchool() {
        school = schools.make();
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(school.tokenOf(school.head(), Role.ADMIN));
    }

    private ValidatableResponse bring(byte[] zip) {
        return admin().multiPart("file", "lop.zip", zip)
                .post("/roster-imports/bundle")
                .then();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private byte[] exported() {
        return admin().get("/roster-imports/bundle/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private void assign() {
        admin().contentType(ContentType.JSON)
                .body(Map.of("teacherId", school.teacher(), "classId", school.classId(), "subject", "toan"))
                .post("/teachings")
                .then()
                .statusCode(201);
        admin().contentType(ContentType.JSON)
                .body(Map.of("name", "8A2", "homeroomTeacherId", school.teacher()))
                .put("/classes/" + school.classId())
                .then()
                .statusCode(200);
    }

    @Test
    void whatWentOutComesInAndChangesNothing() throws IOException {
        assign();
        var bundle = exported();
        var files = unzip(bundle);

        assertEquals(
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                        + "endDate",
                files.getOrDefault("enrollments.csv", "").lines().findFirst().orElseThrow());
        assertTrue(files.getOrDefault("manifest.csv", "").contains("file.users,bulk"));
        assertTrue(files.getOrDefault("manifest.csv", "").contains("file.results,absent"));
        assertFalse(files.containsKey("demographics.csv"), "nobody here has a birth date");
        assertEquals(6, files.getOrDefault("users.csv", "").lines().count());
        assertTrue(
                files.getOrDefault("users.csv", "").contains(school.guardian().toString()));

        String id = bring(bundle)
                .statusCode(201)
                .body("counts.unchanged", equalTo(5))
                .body("counts.new", equalTo(0))
                .body("counts.changed", equalTo(0))
                .body("counts.rejected", equalTo(0))
                .body("counts.gone", equalTo(0))
                .body("linksToDo", equalTo(0))
                .extract()
                .path("id");
        admin().post("/roster-imports/" + id + "/apply").then().statusCode(202).body("state", equalTo("DONE"));
        assertEquals(files, unzip(exported()));
        admin().get("/roster-imports").then().body("$", hasSize(0));
        admin().get("/roster-imports?kind=ONEROSTER").then().body("$", hasSize(1));
    }

    @Test
    void badRowsAreNamedWithTheirFileLineAndColumn() throws IOException {
        var bundle = zip(new LinkedHashMap<>(Map.of(
                "manifest.csv",
                MANIFEST,
                "users.csv",
                """
                sourcedId,enabledUser,username,givenName,familyName,middleName,identifier,email,agentSourcedIds,password
                a,true,a.b,An,Lê,Văn,2600000011,a@b.vn,,bi-mat-1
                b,true,b.c,,,,2600000012,,,
                c,true,c.d,Cúc,Vũ,Thị,2600000011,,,
                d,true,d.e,Dũng,Hà,Trí,,,zz,
                %s,true,x,An,Lê,Hoàng,,,,
                """.formatted(school.second()),
                "roles.csv",
                """
                sourcedId,userSourcedId,roleType,role,orgSourcedId
                1,a,primary,student,s
                2,b,primary,student,s
                3,c,primary,student,s
                4,d,primary,wizard,s
                5,%s,primary,student,s
                6,zz,primary,student,s
                """.formatted(school.second()),
                "classes.csv",
                """
                sourcedId,title,grades,classType
                k1,8B1,08,homeroom
                k2,1A,01,homeroom
                k3,8C,,homeroom
                """,
                "enrollments.csv",
                """
                sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary
                e1,k1,s,a,student,
                e2,k9,s,c,student,
                e3,k1,s,%s,student,
                """.formatted(school.second()))));

        bring(bundle)
                .statusCode(201)
                .body("counts.new", equalTo(1))
                .body("counts.moved", equalTo(1))
                .body("linksToDo", equalTo(1))
                .body("rows.find { it.name == 'Lê Văn An' }.className", equalTo("8B1"))
                .body("rows.find { it.verdict == 'MOVED' }.changes[0].to", equalTo("8B1"))
                .body(
                        "rows.findAll { it.file == 'users.csv' && it.sheetRow == 3 }.reasons.flatten().column",
                        contains("givenName"))
                .body(
                        "rows.findAll { it.sheetRow == 4 && it.file == 'users.csv' }.reasons.flatten().slug",
                        contains("row-code-twice"))
                .body(
                        "rows.findAll { it.sheetRow == 5 && it.file == 'users.csv' }.reasons.flatten().slug",
                        hasItems("row-role-missing", "row-user-unknown"))
                .body(
                        "rows.findAll { it.file == 'roles.csv' }.reasons.flatten().slug",
                        contains("row-role-unknown", "row-user-unknown"))
                .body(
                        "rows.findAll { it.file == 'classes.csv' }.reasons.flatten().slug",
                        contains("row-grade-not-in-school", "row-grade-odd"))
                .body(
                        "rows.findAll { it.file == 'enrollments.csv' }.reasons.flatten().slug",
                        contains("row-class-unknown"))
                .body("gone.name", hasItem("Nguyễn Hoàng Bảo Ngọc"));
        assertFalse(admin().get("/roster-imports?kind=ONEROSTER").asString().contains("bi-mat-1"));
    }

    @Test
    void aBundleThatWeCannotTakeSaysWhy() throws IOException {
        bring("không phải zip".getBytes(StandardCharsets.UTF_8)).statusCode(422);
        refused(Map.of("users.csv", "sourcedId\n"), "oneroster-no-manifest");
        refused(Map.of("manifest.csv", "propertyName,value\noneroster.version,1.1\n"), "oneroster-other-version");
        refused(Map.of("manifest.csv", MANIFEST + "file.users,delta\n"), "oneroster-only-bulk");
        refused(Map.of("manifest.csv", MANIFEST, "users.csv", "id,name\n1,2\n"), "oneroster-no-header");
        given().auth()
                .oauth2(school.tokenOf(school.teacher(), Role.TEACHER))
                .get("/roster-imports/bundle/export")
                .then()
                .statusCode(403);
    }

    private void refused(Map<String, String> files, String slug) throws IOException {
        bring(zip(files)).statusCode(422).body("slug", equalTo(slug));
    }

    @Test
    void theFieldsOfEachFileAreThoseOfTheStandard() {
        for (var file : BundleFile.values()) {
            assertEquals("sourcedId", file.fields().getFirst());
            assertEquals(
                    file.fields().size(),
                    file.fields().stream().distinct().count(),
                    Arrays.toString(BundleFile.values()));
        }
    }
}
