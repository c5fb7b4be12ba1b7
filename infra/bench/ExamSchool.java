import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A school for the rigs in a box of its own, made through the one port as people make theirs: set up with the code, students from a list in the
/// ministry's layout, one teacher, a paper of 40 questions in three parts. Kept in the box's folder for the next run.
final class ExamSchool {
    static final int IN_CLASS = 40;
    private static final String ADMIN = "quantri";
    private static final String TEACHER = "co.giao";
    private static final String PASSWORD = "hoaban-4729";
    private static final int AT_ONCE = 8;

    final Path data;
    final String base;
    final Wire wire;
    final Machine machine;
    private final Properties known = new Properties();

    /// @param name password of one learner, and his browser
    record Learner(String name, Browser browser) {}

    ExamSchool(Path data) throws IOException {
        this.data = data;
        var ports = new Properties();
        ports.load(new StringReader(Files.readString(data.resolve("ports.properties"))));
        this.base = "http://localhost:" + ports.getProperty("people");
        this.wire = new Wire("127.0.0.1", URI.create(base).getPort());
        this.machine = new Machine(data);
        if (Files.exists(file())) {
            known.load(new StringReader(Files.readString(file())));
        }
    }

    private Path file() {
        return data.resolve("exam-school.properties");
    }

    private void keep(String name, String value) throws IOException {
        known.setProperty(name, value);
        var text = new java.io.StringWriter();
        known.store(text, null);
        Files.deleteIfExists(file());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(), text.toString());
    }

    /// Makes what is not there yet.
    void prepare(int students) throws Exception {
        if (known.getProperty("students") == null) {
            setUp(students);
        }
        if (Integer.parseInt(known.getProperty("students")) < students) {
            throw new IOException("the school in " + data + " has only " + known.getProperty("students") + " students; take another folder");
        }
        if (known.getProperty("paper") == null) {
            keep("paper", new ExamPaper(teacher()).write());
        }
    }

    /// The school's administrator, who is made with the school.
    Browser admin() throws Exception {
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(data.resolve("secrets.properties"))));
        var browser = new Browser(wire, base);
        if (browser.insist("GET", "/api/lms/setup", "").get("needed").value() == Boolean.TRUE) {
            browser.insist(
                    "POST",
                    "/api/lms/setup",
                    """
                    {"code":"%s","school":{"name":"Trường THPT Đo Lường","code":"DO-LUONG","level":"THPT","commune":"Xã Đo","province":"Tỉnh Lường"},
                     "admin":{"name":"Quản trị","username":"%s","password":"%s"}}"""
                            .formatted(secrets.getProperty("setup.code"), ADMIN, PASSWORD));
        }
        return signedIn(ADMIN, PASSWORD);
    }

    private void setUp(int students) throws Exception {
        var admin = admin();
        importStudents(admin, students);
        var classes = admin.insist("GET", "/api/lms/classes", "").list();
        var ids = classes.stream().map(one -> one.get("id").text()).toList();
        keep("classes", String.join(",", ids));
        hireTeacher(admin, ids);
        var names = new ArrayList<String>();
        var first = new ArrayList<String[]>();
        for (var id : ids) {
            for (var row : admin.insist("GET", "/api/lms/classes/" + id + "/first-passwords", "").get("rows").list()) {
                names.add(row.get("username").text());
                first.add(new String[] {row.get("username").text(), row.get("password").text()});
            }
        }
        say("first sign-in of " + names.size() + " students, each with a password of his own");
        together(first, who -> new Browser(wire, base).signIn(who[0], who[1], PASSWORD));
        keep("names", String.join(",", names));
        keep("students", Integer.toString(students));
    }

    private void importStudents(Browser admin, int students) throws Exception {
        say("importing " + students + " students");
        var csv = new StringBuilder("\uFEFFSTT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Lớp học,Khối học\r\n");
        for (int n = 0; n < students; n++) {
            int grade = 10 + n / IN_CLASS % 3;
            csv.append("%d,27%08d,Nguyễn Văn %s,%02d/%02d/%d,%s,%dA%d,%d\r\n"
                    .formatted(n + 1, n + 1, letters(n), 1 + n % 28, 1 + n % 12, 2026 - 6 - grade, n % 2 == 0 ? "Nam" : "Nữ", grade,
                            1 + n / IN_CLASS / 3, grade));
        }
        var path = "/api/lms/roster-imports";
        var id = admin.upload(path, "hoc-sinh.csv", csv.toString()).get("id").text();
        admin.insist("POST", path + "/" + id + "/apply", "{}");
        for (int second = 0; second < 900; second++) {
            var list = admin.insist("GET", path + "/" + id + "/progress", "");
            var state = list.get("state").text();
            if (state.equals("DONE") && list.get("passwordsToSet").number() == 0) {
                return;
            }
            if (state.equals("FAILED")) {
                break;
            }
            Thread.sleep(1_000);
        }
        throw new IOException("the students could not be imported");
    }

    private static String letters(int n) {
        var name = new StringBuilder();
        for (int rest = n + 676; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private void hireTeacher(Browser admin, List<String> classes) throws Exception {
        var teaches = classes.stream().map(id -> "{\"classId\":\"" + id + "\",\"role\":\"TEACHER\"}").toList();
        var made = admin.insist(
                "POST",
                "/api/lms/people",
                "{\"name\":\"Trần Cô Giáo\",\"username\":\"" + TEACHER + "\",\"roles\":[\"TEACHER\"],\"classes\":["
                        + String.join(",", teaches) + "],\"children\":[]}");
        new Browser(wire, base).signIn(TEACHER, made.get("firstPassword").text(), PASSWORD);
    }

    Browser teacher() throws IOException {
        return signedIn(TEACHER, PASSWORD);
    }

    private Browser signedIn(String name, String password) throws IOException {
        var browser = new Browser(wire, base);
        browser.signIn(name, password, PASSWORD);
        return browser;
    }

    /// Four courses of eight lessons for all classes, once.
    void courses(Browser teacher) throws IOException {
        if (known.getProperty("courses") != null) {
            return;
        }
        var classes = List.of(known.getProperty("classes").split(",")).stream().map(id -> '"' + id + '"').toList();
        for (var subject : List.of("toan", "ngu-van", "tin-hoc", "lich-su")) {
            var course = teacher.insist(
                    "POST",
                    "/api/lms/courses",
                    "{\"title\":\"Môn %s\",\"subject\":\"%s\",\"grade\":10,\"classIds\":%s}".formatted(subject, subject, classes));
            for (int section = 1; section <= 2; section++) {
                var made = teacher.insist(
                        "POST", "/api/lms/courses/" + course.get("id").text() + "/sections", "{\"title\":\"Chương " + section + "\"}");
                for (int lesson = 1; lesson <= 4; lesson++) {
                    publish(teacher, made.get("id").text(), "Bài " + section + "." + lesson);
                }
            }
        }
        keep("courses", "4");
    }

    private static void publish(Browser teacher, String section, String title) throws IOException {
        var lesson = "/api/lms/lessons/"
                + teacher.insist("POST", "/api/lms/sections/" + section + "/lessons", "{\"title\":\"" + title + "\"}").get("id").text();
        int revision = teacher.insist("GET", lesson + "/draft", "").get("revision").number();
        var draft = """
                {"revision":%d,"title":"%s","summary":"","minutes":10,"indicators":[],
                 "blocks":[{"id":"mot","kind":"text","html":"<p>Đọc kĩ rồi ghi lại ba ý.</p>"}]}""".formatted(revision, title);
        int saved = teacher.insist("PUT", lesson + "/draft", draft).get("revision").number();
        teacher.insist("POST", lesson + "/publish", "{\"revision\":" + saved + "}");
    }

    /// Gives the paper to the classes of the first so many students, for an hour from now on. Assessment hears of classes through Kafka: a person
    /// would not notice the moment, a rig has to wait.
    String assign(Browser teacher, int students, int minutes) throws Exception {
        var classes = List.of(known.getProperty("classes").split(",")); // in the order of first-passwords, which is that of the names
        int many = Math.min(classes.size(), (students + IN_CLASS - 1) / IN_CLASS);
        var now = Instant.now();
        var body = "{\"paperId\":\"%s\",\"title\":\"Kiểm tra %s\",\"classIds\":[%s],\"opensAt\":\"%s\",\"closesAt\":\"%s\",\"minutes\":%d,%s}"
                .formatted(
                        known.getProperty("paper"),
                        now,
                        String.join(",", classes.subList(0, many).stream().map(id -> '"' + id + '"').toList()),
                        now.minusSeconds(60),
                        now.plus(Duration.ofHours(3)),
                        minutes,
                        "\"shuffle\":{\"items\":true,\"options\":true}");
        for (int tries = 0; ; tries++) {
            var reply = teacher.call("POST", "/api/assessment/assignments", body);
            if (reply.ok()) {
                return Json.of(reply.text()).get("id").text();
            }
            if (tries > 120) {
                throw new IOException("not assigned: " + reply.status() + " " + reply.text());
            }
            Thread.sleep(500);
        }
    }

    /// Who takes part, not signed in.
    List<Learner> learners(int students) throws IOException {
        var learners = new ArrayList<Learner>();
        for (var name : known.getProperty("names").split(",")) {
            if (learners.size() < students) {
                learners.add(new Learner(name, new Browser(wire, base)));
            }
        }
        return learners;
    }

    void signIn(Learner learner) throws IOException {
        learner.browser.signIn(learner.name, PASSWORD, PASSWORD);
    }

    /// As the superuser: to look, never to change.
    Connection database(String name) throws IOException, SQLException {
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(data.resolve("secrets.properties"))));
        var ports = new Properties();
        ports.load(new StringReader(Files.readString(data.resolve("ports.properties"))));
        var url = "jdbc:postgresql://127.0.0.1:" + ports.getProperty("postgres") + "/" + name + "?readOnly=true";
        return DriverManager.getConnection(url, "postgres", secrets.getProperty("db.superuser"));
    }

    // --- sessions of an earlier run ----------------------------------------------------------------------------------------

    private Path sessions() {
        return data.resolve("exam-sessions.txt");
    }

    void keepSessions(List<Learner> learners) throws IOException {
        Files.deleteIfExists(sessions());
        Files.createFile(sessions(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(sessions(), learners.stream().map(one -> one.browser.session()).toList());
    }

    /// Whoever has no session, or one that has ended, signs in.
    void sitDown(List<Learner> learners) throws Exception {
        var kept = Files.exists(sessions()) ? Files.readAllLines(sessions()) : List.<String>of();
        var missing = new ConcurrentLinkedQueue<Learner>();
        var numbered = new ArrayList<Integer>();
        for (int i = 0; i < learners.size(); i++) {
            numbered.add(i);
        }
        together(numbered, i -> {
            var learner = learners.get(i);
            if (i < kept.size() && !kept.get(i).isEmpty()) {
                learner.browser.with(kept.get(i));
            }
            if (learner.browser.session().isEmpty() || !learner.browser.call("GET", "/api/assessment/my/assignments", "").ok()) {
                missing.add(learner);
            }
        });
        if (!missing.isEmpty()) {
            say("signing in " + missing.size());
            together(List.copyOf(missing), this::signIn);
            keepSessions(learners);
        }
    }

    interface Work<T> {
        void on(T one) throws Exception;
    }

    /// A few at a time, all of them.
    static <T> void together(List<T> all, Work<T> work) throws Exception {
        together(all, AT_ONCE, work);
    }

    static <T> void together(List<T> all, int atOnce, Work<T> work) throws Exception {
        var places = new Semaphore(atOnce);
        var failed = new ConcurrentLinkedQueue<Exception>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T one : all) {
                places.acquire();
                threads.submit(() -> {
                    try {
                        work.on(one);
                    } catch (Exception fault) {
                        failed.add(fault);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (!failed.isEmpty()) {
            throw new IOException(failed.size() + " of " + all.size() + " failed; the first: " + failed.peek().getMessage(), failed.peek());
        }
    }

    static void say(String line) {
        System.out.println("· " + line);
    }
}
