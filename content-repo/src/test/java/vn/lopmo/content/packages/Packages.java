package vn.lopmo.content.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lopmo.content.Fixtures;

/// Packages as schools bring them in, made here.
final class Packages {
    private Packages() {}

    static byte[] scorm2004() throws IOException {
        return zip(Map.of(
                "imsmanifest.xml",
                """
                <?xml version="1.0"?>
                <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
                    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
                  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
                  <organizations default="o"><organization identifier="o"><title>Vòng tuần hoàn của nước</title>
                    <item identifier="phan1"><title>Phần 1</title>
                      <item identifier="bai1" identifierref="r1" parameters="trang=1"><title>Bay hơi</title>
                        <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="chinh" satisfiedByMeasure="true">
                          <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>
                        </imsss:sequencing></item>
                      <item identifier="bai2" identifierref="r2" isvisible="false"><title>Ngưng tụ</title></item></item>
                    <imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>
                  </organization></organizations>
                  <resources xml:base="noi-dung/">
                    <resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="a.html?x=1"/>
                    <resource identifier="r2" type="webcontent" adlcp:scormType="asset" href="b.html"/>
                  </resources>
                </manifest>
                """,
                "noi-dung/a.html",
                "<html><head><title>Bay hơi</title><script>alert(1)</script></head><body>Nước bốc hơi</body></html>",
                "noi-dung/b.html",
                "<html><body>Hơi nước ngưng tụ</body></html>"));
    }

    static byte[] scorm12(String schema) throws IOException {
        return zip(Map.of(
                "imsmanifest.xml", """
                <?xml version="1.0"?><!DOCTYPE manifest [<!ENTITY lo SYSTEM "file:///etc/passwd">]>
                <manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" %s>
                  <metadata><schemaversion>1.2</schemaversion></metadata>
                  <organizations><organization identifier="o"><title>Phân số &lo;</title>
                    <item identifier="a" identifierref="r"><title>Ôn tập</title><adlcp:masteryscore>80</adlcp:masteryscore>
                      <adlcp:datafromlms>du-lieu</adlcp:datafromlms></item>
                    <item identifier="b" identifierref="r"><title>Kiểm tra</title>
                      <adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites></item>
                  </organization></organizations>
                  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"/></resources>
                </manifest>
                """.formatted(schema), "index.html", "<html><body>Ôn tập phân số</body></html>"));
    }

    static final String ADLCP = "xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"";

    static byte[] h5p(String content, boolean withLibrary) throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("h5p.json", """
                {"title":"Đúng hay sai","language":"vi","mainLibrary":"H5P.Thu","license":"CC BY-SA","authors":[{"name":"Cô Lan","role":"Author"}],
                "preloadedDependencies":[{"machineName":"H5P.Thu","majorVersion":"1","minorVersion":"0"}]}""");
        files.put("content/content.json", content);
        if (withLibrary) {
            files.put(
                    "H5P.Thu-1.0/library.json",
                    "{\"machineName\":\"H5P.Thu\",\"preloadedJs\":[{\"path\":\"thu.js\"}]}");
            files.put("H5P.Thu-1.0/thu.js", "H5P.Thu = function () {};");
        }
        return zip(files);
    }

    static byte[] html5(String... more) throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "tro-choi/index.html",
                "<html lang=vi><title>Ghép hình</title><meta name=author content='Tổ Tin'><body>Ghép</body>");
        for (var name : more) {
            files.put(name, "x");
        }
        return zip(files);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> entries.put(name, text.strip().getBytes(StandardCharsets.UTF_8)));
        return Fixtures.zip(entries);
    }
}
