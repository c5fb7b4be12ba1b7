package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.lopmo.onebox.parts.PartFailure;
import vn.lopmo.onebox.parts.Store;

/// Fills an empty box with the demo school, once. The seeder goes the way of people: through the services, signed in as
/// those it made. The door for that is open only while it works.
final class Demo {
    private static final String SEEDER = "vn.lopmo.onebox.demo.Seeder";

    private final Box box;

    Demo(Box box) {
        this.box = box;
    }

    void seedOnce() throws IOException {
        if (box.isSeeded()) {
            return;
        }
        mustBeEmpty();
        System.out.println("Gieo dữ liệu của trường minh hoạ");
        var plan = new Plan(box, Store.ofThisCheckout());
        var admin = plan.keycloak().admin();
        plan.realm().openForSeeder(admin);
        try {
            box.markSeedingBegun();
            seed();
            box.markSeeded();
        } finally {
            plan.realm().closeForSeeder(admin);
        }
    }

    /// Whoever runs a real school here by mistake must not be told to delete it.
    private void mustBeEmpty() {
        if (!new Greeting(box).isEmpty()) {
            if (box.isSeedingBegun()) {
                throw new PartFailure(notDone());
            }
            throw new PartFailure("Hộp này đã có trường, trường minh hoạ chỉ gieo được vào hộp trống;"
                    + " hãy chọn thư mục khác: ./lopmo demo --data DIR --port N.");
        }
    }

    private void seed() throws IOException {
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dlopmo.root=" + System.getProperty("lopmo.root", ""),
                "-cp",
                Program.copiedInto(box),
                SEEDER,
                box.folders().data().toString());
        try {
            int ended = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (ended != 0) {
                throw new PartFailure(notDone());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure(notDone(), e);
        }
    }

    /// People's steps cannot be taken twice, so a half school is of no use.
    private String notDone() {
        return ("Gieo dữ liệu minh hoạ bị dở dang và không làm tiếp được; hãy ./lopmo down, xoá thư mục %s"
                        + " (hoặc chọn thư mục mới bằng --data) rồi chạy lại ./lopmo demo.")
                .formatted(box.folders().data());
    }
}
