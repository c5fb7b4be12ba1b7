import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Brings a whole school in twice over: from the ministry's list with some bad rows, then again, then out and in as OneRoster, and others from a
/// OneRoster bundle of another system. Says how long each took and what CPU all processes of the box spent.
///
///     ./lopmo bench roster [--data DIR] [--students 2000] [--bad 5]
public final class RosterRig {
    private final Map<String, String> options = new HashMap<>(Map.of("--students", "2000", "--bad", "5"));
    private ExamSchool school;
    private Browser admin;

    public static void main(String[] arguments) throws Exception {
        var rig = new RosterRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        System.exit(rig.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        int students = Integer.parseInt(options.get("--students"));
        int bad = students * Integer.parseInt(options.get("--bad")) / 100;
        school = new ExamSchool(Path.of(options.get("--data")));
        admin = school.admin();
        var list = list(students, bad).getBytes(StandardCharsets.UTF_8);
        boolean right = taken("ministry's list", "", "hs.csv", list, students - bad, bad);
        passwords();
        right &= taken("the same again", "", "hs.csv", list, 0, bad);
        var out = System.nanoTime();
        var bundle = admin.insistBytes("/api/lms/roster-imports/bundle/export");
        System.out.printf("%-28s %6.1f s, %d KB%n", "OneRoster out", seconds(out), bundle.length / 1024);
        right &= taken("OneRoster in, unchanged", "/bundle", "one.zip", bundle, 0, 0);
        right &= taken("OneRoster of others", "/bundle", "one.zip", others(students), students, 0);
        passwords();
        right &= taken("the same again", "/bundle", "one.zip", others(students), 0, 0);
        System.out.println(right ? "everything as it should be" : "NOT as it should be");
        return right;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /// @return whether so many were new, so many bad, and each bad row said why
    private boolean taken(String what, String kind, String name, byte[] file, int fresh, int bad) throws Exception {
        var cpu = school.machine.cpu();
        long began = System.nanoTime();
        var preview = admin.upload("/api/lms/roster-imports" + kind, name, file);
        double looked = seconds(began);
        var path = "/api/lms/roster-imports/" + preview.get("id").text();
        admin.insist("POST", path + "/apply", "{}");
        while (!admin.insist("GET", path + "/progress", "").get("state").text().equals("DONE")) {
            Thread.sleep(500);
        }
        double done = seconds(began);
        var spent = Machine.difference(school.machine.cpu(), cpu);
        var counts = preview.get("counts");
        int named = 0;
        for (var row : preview.get("rows").list()) {
            if (row.get("verdict").text().equals("REJECTED") && !row.get("reasons").list().isEmpty()
                    && !row.get("reasons").list().getFirst().get("column").text().isEmpty()) {
                named++;
            }
        }
        System.out.printf("%-28s %6.1f s (looked at after %.1f), new %d, rejected %d (%d named), CPU %.1f s: %s; load %s%n", what, done, looked,
                counts.get("new").number(), counts.get("rejected").number(), named, Machine.sum(spent) / 1000, Machine.line(spent, "%.0f"), Machine.load());
        return counts.get("new").number() == fresh && named == bad && counts.get("changed").number() == 0;
    }

    /// Waits until everybody can sign in: each password costs the identity provider a slow hash, after the accounts are there.
    private void passwords() throws Exception {
        var cpu = school.machine.cpu();
        long began = System.nanoTime();
        var latest = admin.insist("GET", "/api/lms/roster-imports?kind=LIST", "").list().getFirst().get("id").text();
        while (admin.insist("GET", "/api/lms/roster-imports/" + latest + "/progress", "").get("passwordsToSet").number() > 0) {
            Thread.sleep(1_000);
        }
        System.out.printf("%-28s %6.1f s more, CPU %.1f s%n", "  every password set", seconds(began),
                Machine.sum(Machine.difference(school.machine.cpu(), cpu)) / 1000);
    }

    private static String list(int students, int bad) {
        var csv = new StringBuilder("\uFEFFSTT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Lớp học,Khối học\r\n");
        for (int n = 0; n < students; n++) {
            boolean wrong = n % Math.max(1, students / Math.max(1, bad)) == 0 && n / Math.max(1, students / Math.max(1, bad)) < bad;
            int grade = 10 + n / 40 % 3;
            var code = wrong && n % 3 == 0 ? "27" : "%010d".formatted(2_800_000_000L + n);
            var born = wrong && n % 3 == 1 ? "31/02/2010" : "%02d/%02d/%d".formatted(1 + n % 28, 1 + n % 12, 2026 - 6 - grade);
            var sex = wrong && n % 3 == 2 ? "?" : n % 2 == 0 ? "Nam" : "Nữ";
            csv.append("%d,%s,Nguyễn Văn %s,%s,%s,%dA%d,%d\r\n".formatted(n + 1, code, word(n), born, sex, grade, 1 + n / 120, grade));
        }
        return csv.toString();
    }

    private static byte[] others(int students) throws IOException {
        var users = new StringBuilder("sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier\r\n");
        var roles = new StringBuilder("sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\r\n");
        var enrollments = new StringBuilder("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\r\n");
        var classes = new StringBuilder("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType\r\n");
        for (int n = 0; n < students; n++) {
            int room = n / 40;
            int grade = 10 + room % 3;
            if (n % 40 == 0) {
                classes.append("k%d,,,%dB%d,%d,c,,homeroom\r\n".formatted(room, grade, 1 + room / 3, grade));
            }
            users.append("u%d,,,true,u%d,,%s,Trần,Thị,%010d\r\n".formatted(n, n, word(n), 2_900_000_000L + n));
            roles.append("r%d,,,u%d,primary,student,,,s\r\n".formatted(n, n));
            enrollments.append("e%d,,,k%d,s,u%d,student,\r\n".formatted(n, room, n));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "manifest.csv", "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\nfile.users,bulk\r\n");
            put(zip, "users.csv", users.toString());
            put(zip, "roles.csv", roles.toString());
            put(zip, "classes.csv", classes.toString());
            put(zip, "enrollments.csv", enrollments.toString());
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String word(int n) {
        var name = new StringBuilder();
        for (int rest = n + 676; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
