package vn.lopmo.lms.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// Sends mails by the school's server.
@ApplicationScoped
class Letters {
    private static final Logger LOG = Logger.getLogger(Letters.class);
    private static final int RETRY_SECONDS = 300;

    private final Mailer mailer;
    private final MailConfig config;

    Letters(Mailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /// @throws Refusal.Unavailable if the mail server did not take it
    void sendConfirmation(Addresses.Address to) {
        var text = """
                Có người dùng Lớp Mở xin nhận thư thông báo hằng ngày ở địa chỉ này.

                Nếu là bạn, mở liên kết dưới đây để bắt đầu nhận:
                %s

                Nếu không phải, hãy bỏ qua thư này; sẽ không có thư nào khác.""".formatted(link("xac-nhan", to));
        send(Mail.withText(to.address(), "Lớp Mở: xác nhận địa chỉ nhận thư", text));
    }

    /// @throws Refusal.Unavailable if the mail server did not take it
    void sendDigest(Addresses.Address to, DigestText digest) {
        var stop = link("dung", to);
        var mail = Mail.withText(to.address(), digest.subject(), digest.text(site(), stop));
        mail.addHeader("List-Unsubscribe", "<" + site() + "/api/lms/open/mail/" + to.secret() + "/stop>");
        mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.addHeader("Auto-Submitted", "auto-generated");
        send(mail);
    }

    private void send(Mail mail) {
        try {
            mailer.send(mail.setFrom(config.from().orElseThrow()));
        } catch (RuntimeException refused) {
            // no address in the log
            LOG.warnf(
                    "the mail server did not take a mail: %s",
                    refused.getClass().getSimpleName());
            throw new Refusal.Unavailable("mail-server-away", RETRY_SECONDS);
        }
    }

    private String link(String what, Addresses.Address to) {
        return site() + "/thu/" + what + "?ma=" + to.secret();
    }

    private String site() {
        return config.site().orElseThrow().toString().replaceAll("/+$", "");
    }
}
