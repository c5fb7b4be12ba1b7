package vn.lopmo.lms.competency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;

/// Keeps the framework's tables equal to the file, so that reports can be written in SQL. Writing twice changes
/// nothing.
@ApplicationScoped
class FrameworkTables {
    private final EntityManager database;
    private final Framework framework;

    FrameworkTables(EntityManager database, Framework framework) {
        this.database = database;
        this.framework = framework;
    }

    void start(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(this::write);
    }

    void write() {
        upsert("framework (id, title)", "(id)", "title = excluded.title", framework.id(), framework.title());
        framework.levels().forEach(this::level);
        framework
                .gradeTargets()
                .forEach(target -> upsert(
                        "framework_target (grade, level_code)",
                        "(grade)",
                        "level_code = excluded.level_code",
                        target.grade(),
                        target.levelCode()));
        numbered(framework.domains(), this::domain);
    }

    private void level(Framework.Level level) {
        upsert(
                "framework_level (code, level, band, band_name)",
                "(code)",
                "level = excluded.level, band = excluded.band, band_name = excluded.band_name",
                level.code(),
                level.level(),
                level.band(),
                level.bandName());
    }

    private void domain(Framework.Domain domain, int position) {
        upsert(
                "framework_domain (code, name, position)",
                "(code)",
                "name = excluded.name, position = excluded.position",
                domain.code(),
                domain.name(),
                position);
        numbered(domain.competences(), (competence, at) -> competence(domain, competence, at));
    }

    private void competence(Framework.Domain domain, Framework.Competence competence, int position) {
        upsert(
                "framework_competence (code, domain, name, description, position)",
                "(code)",
                "name = excluded.name, description = excluded.description, position = excluded.position",
                competence.code(),
                domain.code(),
                competence.name(),
                competence.description(),
                position);
        numbered(
                competence.indicators(),
                (indicator, at) -> upsert(
                        "framework_indicator (code, competence, level_code, wording, position)",
                        "(code)",
                        "level_code = excluded.level_code, wording = excluded.wording, position = excluded.position",
                        indicator.code(),
                        competence.code(),
                        indicator.levelCode(),
                        indicator.text(),
                        at));
    }

    private interface Numbered<T> {
        void write(T member, int position);
    }

    private static <T> void numbered(List<T> members, Numbered<T> each) {
        for (int at = 0; at < members.size(); at++) {
            each.write(members.get(at), at);
        }
    }

    private void upsert(String into, String key, String changes, Object... values) {
        var marks = String.join(", ", Collections.nCopies(values.length, "?"));
        var statement = database.createNativeQuery(
                "insert into " + into + " values (" + marks + ") on conflict " + key + " do update set " + changes);
        for (int at = 0; at < values.length; at++) {
            statement.setParameter(at + 1, values[at]);
        }
        statement.executeUpdate();
    }
}
