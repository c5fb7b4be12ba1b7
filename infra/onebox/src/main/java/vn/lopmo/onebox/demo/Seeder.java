package vn.lopmo.onebox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.lopmo.onebox.Box;

/// Makes the demo school in an empty box, step by step, through the API: what the demo shows is what people can do.
///
/// Run as a program with the data folder; writes who can sign in, and with what, into `demo-accounts.txt` there.
public final class Seeder {
    private static final String ACCOUNTS = "demo-accounts.txt";
    private static final String LEARNERS = "demo-learners.txt";
    private static final String ADMIN = "quantri";

    private final Access access;
    private final String password = newPassword();
    private final People people;
    private final Consumer<String> progress;
    private final Map<String, String> classIds = new HashMap<>();
    private final List<String> report = new ArrayList<>();

    public Seeder(Access access, Consumer<String> progress) {
        this.access = access;
        this.people = new People(access, password);
        this.progress = progress;
    }

    public static void main(String[] words) throws IOException {
        var box = Box.at(Path.of(words[0]));
        var began = System.nanoTime();
        var seeder = new Seeder(
                Access.to(box),
                step -> System.out.printf(
                        "  %s (%d giây)%n",
                        step, Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        var lines = seeder.seed();
        write(Path.of(words[0]).resolve(ACCOUNTS), lines);
        write(Path.of(words[0]).resolve(LEARNERS), seeder.learners("8B"));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, lines);
    }

    /// A class with nothing done yet, a line each of name and password: who the measuring rigs sign in as.
    private List<String> learners(String className) {
        return usernames(className).stream().map(name -> name + " " + password).toList();
    }

    /// Seeds the box and returns the lines that tell who can sign in.
    public List<String> seed() {
        progress.accept("Lập trường mẫu");
        school();
        progress.accept("Nhập 120 học sinh");
        students();
        progress.accept("Tạo tài khoản thầy cô");
        staff();
        progress.accept("Đưa 30 học liệu vào thư viện");
        var materials = new Library(people.as("lan.nguyen").at(access.content())).fill(text("hoc-lieu.txt"));
        progress.accept("Soạn 200 câu hỏi và 3 đề");
        var assessment = new Papers(access, people, classIds);
        var assignments = assessment.write(questions());
        progress.accept("Soạn 3 khoá học");
        var courses = new Courses(access, people, classIds);
        courses.write(CourseScript.read(text("khoa-hoc.txt")), new CourseScript.Links(materials, assignments));
        progress.accept("Học sinh học và làm bài");
        var pupils = pupils();
        courses.learn(pupils);
        assessment.take(pupils);
        return accounts(pupils);
    }

    private void school() {
        var school = Map.of(
                "name",
                "Trường THCS Hoa Ban",
                "code",
                "DEMO-THCS",
                "level",
                "THCS",
                "commune",
                "Xã Mường Hoa",
                "province",
                "Tỉnh Sơn La");
        var admin = Map.of("name", "Quản trị Hoa Ban", "username", ADMIN, "password", password);
        Api.anonymous(people.http(), access.lms())
                .post("/setup", Map.of("code", access.setupCode(), "school", school, "admin", admin));
    }

    private void students() {
        var admin = people.as(ADMIN);
        var preview = admin.upload(
                "/roster-imports",
                "hoc-sinh-hoa-ban.csv",
                "text/csv",
                Roster.csv().getBytes(StandardCharsets.UTF_8));
        var path = "/roster-imports/" + preview.get("id").asText();
        admin.post(path + "/apply", Map.of());
        waitUntilDone(admin, path);
        var ids = new ArrayList<String>();
        for (var one : admin.get("/classes")) {
            classIds.put(one.get("name").asText(), one.get("id").asText());
            admin.get("/classes/" + one.get("id").asText())
                    .get("members")
                    .forEach(member -> ids.add(member.get("id").asText()));
        }
        people.givePassword(ids);
    }

    /// Until everybody has an account and his first password, which would else come over the demo's.
    private static void waitUntilDone(Api admin, String path) {
        for (int second = 0; second < 300; second++) {
            var list = admin.get(path + "/progress");
            var state = list.get("state").asText();
            if (state.equals("DONE") && list.get("passwordsToSet").asLong() == 0) {
                return;
            }
            if (state.equals("FAILED")) {
                break;
            }
            pause(Duration.ofSeconds(1));
        }
        throw new IllegalStateException("the demo's students could not be imported");
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void staff() {
        var ids = new ArrayList<String>();
        for (var one : Roster.STAFF) {
            ids.add(person(one.name(), one.username(), one.roles(), one.classes(), List.of()));
        }
        var children = people.as(ADMIN).get("/classes/" + classIds.get("8A")).get("members");
        int n = 0;
        for (var child : children) {
            if (isStudent(child) && n < 4) {
                n++;
                var family = child.get("name").asText().split(" ")[0];
                ids.add(person(
                        family + " Văn Thành",
                        "phuhuynh" + n,
                        List.of("GUARDIAN"),
                        List.of(),
                        List.of(child.get("id").asText())));
            }
        }
        people.givePassword(ids);
    }

    private static boolean isStudent(JsonNode member) {
        return member.get("role").asText().equals("STUDENT");
    }

    private String person(
            String name, String username, List<String> roles, List<String> classes, List<String> children) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("username", username);
        body.put("roles", roles);
        body.put(
                "classes",
                classes.stream()
                        .map(className -> Map.of("classId", classIds.get(className), "role", "TEACHER"))
                        .toList());
        body.put("children", children);
        return people.as(ADMIN).post("/people", body).get("id").asText();
    }

    private static List<Questions.Question> questions() {
        var questions = new ArrayList<Questions.Question>();
        for (var file : List.of("cau-hoi-khtn-8.txt", "cau-hoi-tin-hoc-6.txt", "cau-hoi-toan-8.txt")) {
            questions.addAll(Questions.read(text(file)));
        }
        questions.addAll(Questions.read(Exercises.text(200 - questions.size())));
        return questions;
    }

    private Map<String, List<String>> pupils() {
        return Map.of("6A", usernames("6A"), "8A", usernames("8A"));
    }

    /// Of a class's students, in the register's order.
    private List<String> usernames(String className) {
        var rows = people.as(ADMIN)
                .get("/classes/" + classIds.get(className) + "/first-passwords")
                .get("rows");
        var usernames = new ArrayList<String>();
        rows.forEach(row -> usernames.add(row.get("username").asText()));
        return usernames;
    }

    private List<String> accounts(Map<String, List<String>> pupils) {
        report.add("Quản trị\t" + ADMIN);
        report.add("Hiệu trưởng\tkhoi.dinh");
        report.add("Thủ thư\tlan.nguyen");
        report.add("Giáo viên KHTN 8\thuyen.pham");
        report.add("Giáo viên Toán 8\tduc.le");
        report.add("Giáo viên Tin học\tthao.nguyen");
        report.add("Học sinh lớp 8A\t" + pupils.getOrDefault("8A", List.of("?")).getFirst());
        report.add("Học sinh lớp 6A\t" + pupils.getOrDefault("6A", List.of("?")).getFirst());
        report.add("Phụ huynh\tphuhuynh1");
        report.add("Mật khẩu chung\t" + password);
        return report;
    }

    private static String newPassword() {
        var words = List.of("hoaban", "suoimo", "nuido", "ruonglua", "trangnon", "hoadao");
        var random = new SecureRandom();
        return words.get(random.nextInt(words.size())) + "-" + (1000 + random.nextInt(9000));
    }

    static String text(String name) {
        try (var file = Seeder.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no demo text " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
