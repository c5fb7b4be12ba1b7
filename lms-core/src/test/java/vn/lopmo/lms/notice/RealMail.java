package vn.lopmo.lms.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real mail server for the service, one for the whole JVM: what it sends goes over SMTP.
public class RealMail implements QuarkusTestResourceLifecycleManager {
    private static @Nullable GreenMail server;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(server().getSmtp().getPort()),
                "lopmo.mail.from", "THCS Thử Nghiệm <lopmo@truong.test>",
                "lopmo.mail.site", "https://lop.truong.test");
    }

    private static synchronized GreenMail server() {
        if (server == null) {
            server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
        return server;
    }

    /// What came for an address, in the order that it came.
    static List<MimeMessage> to(String address) {
        return Arrays.asList(server().getReceivedMessagesForDomain(address));
    }

    @Override
    public void stop() {
        // Ends with the JVM.
    }
}
