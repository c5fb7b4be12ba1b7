package vn.lopmo.content.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A small OAI-PMH library on a real port, with the whims of real ones: it is busy, breaks off, forgets its tokens.
final class OtherLibrary implements AutoCloseable {
    interface Whim {
        void act(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<List<String>> pages = new ArrayList<>();
    private final ConcurrentHashMap<Integer, Deque<Whim>> whims = new ConcurrentHashMap<>();
    /// The queries asked for records, in their order.
    final List<String> asked = new CopyOnWriteArrayList<>();
    final String address;

    OtherLibrary() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/oai", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/oai";
    }

    void page(String... records) {
        pages.add(List.of(records));
    }

    void clear() {
        pages.clear();
        asked.clear();
    }

    /// What it does instead of answering, the next time that page is asked for; several are done one after the other.
    void whim(int page, Whim whim) {
        whims.computeIfAbsent(page, fresh -> new ArrayDeque<>()).add(whim);
    }

    static String record(String name, String title, String rights) {
        return """
                <record><header><identifier>oai:khac:%s</identifier><datestamp>2026-11-20T08:00:00Z</datestamp></header>
                <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>%s</dc:title><dc:creator>Nguyễn Văn A</dc:creator><dc:creator>Trần Thị B</dc:creator>
                <dc:subject>Hóa học</dc:subject><dc:subject>Lớp 8</dc:subject><dc:subject>phản ứng</dc:subject>
                <dc:description>&lt;p&gt;Một &lt;b&gt;bài&lt;/b&gt;&lt;/p&gt;</dc:description><dc:type>Bài giảng</dc:type>
                <dc:identifier>https://khac.example.vn/%s</dc:identifier><dc:language>vie</dc:language>
                <dc:rights>%s</dc:rights></oai_dc:dc></metadata></record>""".formatted(name, title, name, rights);
    }

    static String gone(String name) {
        return """
                <record><header status="deleted"><identifier>oai:khac:%s</identifier>
                <datestamp>2026-11-20T09:00:00Z</datestamp></header></record>""".formatted(name);
    }

    static void give(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void busy(HttpExchange exchange, String retryAfter) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
    }

    static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 5000);
        exchange.getResponseBody().write("<OAI-PMH>".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    static String fault(String code) {
        return framed("<error code=\"" + code + "\">không</error>");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        if (query.contains("verb=Identify")) {
            give(
                    exchange,
                    framed(
                            "<Identify><repositoryName>Thư viện khác</repositoryName><adminEmail>a@khac.vn</adminEmail>"
                                    + "<deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"));
        } else if (query.contains("verb=ListSets")) {
            give(exchange, framed("<ListSets><set><setSpec>hoa</setSpec><setName>Hoá học</setName></set></ListSets>"));
        } else if (query.contains("verb=ListMetadataFormats")) {
            give(
                    exchange,
                    framed("<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>"
                            + "</metadataFormat></ListMetadataFormats>"));
        } else {
            list(exchange, query);
        }
    }

    private void list(HttpExchange exchange, String query) throws IOException {
        asked.add(query);
        var token = query.replaceFirst("^.*resumptionToken=(\\d+).*$", "$1");
        int page = token.equals(query) ? 0 : Integer.parseInt(token);
        var whim = whims.getOrDefault(page, new ArrayDeque<>()).poll();
        if (whim != null) {
            whim.act(exchange);
        } else if (page >= pages.size()) {
            give(exchange, fault("noRecordsMatch"));
        } else {
            give(exchange, listed(page));
        }
    }

    String listed(int page) {
        var next = page + 1 < pages.size() ? String.valueOf(page + 1) : "";
        long total = pages.stream().mapToLong(List::size).sum();
        return framed("<ListRecords>" + pages.get(page).stream().collect(Collectors.joining())
                + "<resumptionToken completeListSize=\"" + total + "\">" + next + "</resumptionToken></ListRecords>");
    }

    private static String framed(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
                + "<responseDate>2026-11-21T05:00:00Z</responseDate><request/>" + body + "</OAI-PMH>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
