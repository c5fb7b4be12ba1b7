package vn.lopmo.lms.organisation.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;

/// Schools that were there before the units: each wrote its commune and its province as it liked.
@QuarkusTest
@TestProfile(SignedTokens.class)
class UnitsOfOldSchoolsTest {
    private static final String SCHEMA = "before_units";

    @Inject
    DataSource database;

    private void to(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("db/platform", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private List<String> lines(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var found = statement.executeQuery()) {
            var lines = new ArrayList<String>();
            while (found.next()) {
                lines.add(found.getString(1));
            }
            return lines;
        }
    }

    private void school(String name, String commune, String province) throws SQLException {
        change(
                "insert into before_units.school (id, name, code, level, commune, province, created_at)"
                        + " values (?, ?, ?, 'THCS', ?, ?, cast(? as timestamptz))",
                UUID.randomUUID(),
                name,
                name,
                commune,
                province,
                Instant.now().toString());
    }

    @BeforeEach
    void asItWas() {
        to("1014");
    }

    @AfterEach
    void clean() throws SQLException {
        change("drop schema before_units cascade");
    }

    @Test
    void oneCommuneHoweverItIsWritten() throws SQLException {
        school("Hoa Ban", "Ea Kao", "Đắk Lắk");
        school("Hoa Mai", "EA KAO", "Đắk lắk");
        school("Hoa Sen", "Ea Kao", "Lạng Sơn");

        to("1015");

        assertEquals(List.of("2"), lines("select count(*) from before_units.unit where kind = 'DEPARTMENT'"));
        assertEquals(List.of("2"), lines("select count(*) from before_units.unit where kind = 'COMMUNE'"));
        assertEquals(
                List.of("Hoa Ban Ea Kao Đắk Lắk", "Hoa Mai Ea Kao Đắk Lắk", "Hoa Sen Ea Kao Lạng Sơn"),
                lines("select initcap(s.name || ' ' || c.name || ' ' || replace(d.name, 'Sở Giáo dục và Đào tạo ', ''))"
                        + " from before_units.unit s join before_units.unit c on c.id = s.parent_id"
                        + " join before_units.unit d on d.id = c.parent_id where s.kind = 'SCHOOL' order by s.name"));
    }
}
