package vn.lopmo.onebox;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a person is told when the box is up: where it is, how to begin, and who may sign in.
final class Greeting {
    /// Written by the demo's seeder.
    private static final String ACCOUNTS = "demo-accounts.txt";

    private final Box box;

    Greeting(Box box) {
        this.box = box;
    }

    void print() throws IOException {
        String here = "http://localhost:" + box.peoplePort();
        System.out.println();
        System.out.println("Lớp Mở đã sẵn sàng: " + here);
        lanAddresses()
                .forEach(address ->
                        System.out.println("Từ máy khác trong mạng: http://" + address + ":" + box.peoplePort()));
        System.out.printf(
                "Gói tương tác (SCORM, H5P, HTML) mở ở cổng %d; máy khác dùng thì tường lửa mở cả hai cổng.%n",
                box.packagesPort());
        if (isEmpty()) {
            String code = box.secrets().code("setup.code");
            System.out.println("Hộp còn trống. Tạo trường ở: " + here + "/bat-dau?ma=" + code);
            System.out.println("(mã thiết lập, dùng một lần: " + code + ")");
        }
        Path accounts = box.folders().data().resolve(ACCOUNTS);
        if (Files.exists(accounts)) {
            System.out.println();
            System.out.println(Files.readString(accounts).strip());
        }
    }

    /// Whether lms-core still waits for its first administrator.
    boolean isEmpty() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + box.port("lms-core") + "/setup"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.body().replace(" ", "").contains("\"needed\":true");
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> lanAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(network -> !network.getName().matches("(docker|br-|veth|virbr|lo).*"))
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> address.isSiteLocalAddress())
                .map(address -> address.getHostAddress())
                .toList();
    }
}
