package vn.lopmo.lms.course.cartridge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Cartridges as other systems make them, written here after the public format.
public final class OthersCartridges {
    private OthersCartridges() {}

    /// Version 1.1, as older systems export: prefixes on every element, no folder that holds all, a quiz, a file.
    public static byte[] ofOneOne() {
        return zip(Map.of(
                "imsmanifest.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <ims:manifest xmlns:ims="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
                  xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="m">
                  <ims:metadata><ims:schema>IMS Common Cartridge</ims:schema><ims:schemaversion>1.1.0</ims:schemaversion>
                    <lom:lom><lom:general><lom:title><lom:string language="en">Physics 8</lom:string></lom:title></lom:general></lom:lom>
                  </ims:metadata>
                  <ims:organizations><ims:organization identifier="o" structure="rooted-hierarchy">
                    <ims:item identifier="w1"><ims:title>Week 1</ims:title>
                      <ims:item identifier="i1" identifierref="p1"><ims:title>Pressure</ims:title></ims:item>
                      <ims:item identifier="i2"><ims:title>Liquids</ims:title>
                        <ims:item identifier="i3" identifierref="t1"><ims:title>Talk about it</ims:title></ims:item>
                        <ims:item identifier="i4" identifierref="q1"><ims:title>Check</ims:title></ims:item>
                      </ims:item>
                    </ims:item>
                    <ims:item identifier="w2"><ims:title>Week 2</ims:title>
                      <ims:item identifier="i5" identifierref="f1"><ims:title>Handout</ims:title></ims:item>
                    </ims:item>
                  </ims:organization></ims:organizations>
                  <ims:resources>
                    <ims:resource identifier="p1" type="webcontent" href="pages/pressure%201.html">
                      <ims:file href="pages/pressure%201.html"/><ims:file href="pages/img/dam.png"/></ims:resource>
                    <ims:resource identifier="t1" type="imsdt_xmlv1p1"><ims:file href="t1/topic.xml"/></ims:resource>
                    <ims:resource identifier="q1" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><ims:file href="q1/q.xml"/></ims:resource>
                    <ims:resource identifier="f1" type="webcontent" href="handout.pdf"><ims:file href="handout.pdf"/></ims:resource>
                  </ims:resources>
                </ims:manifest>
                """,
                "pages/pressure 1.html",
                "<html><head><title>x</title></head><body><script>x()</script><p>Force on an area.</p>"
                        + "<img src=\"img/dam.png?canvas=1\" alt=\"A dam\"><img src=\"https://example.org/spy.gif\"></body></html>",
                "pages/img/dam.png",
                "not really a picture",
                "t1/topic.xml",
                """
                <topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"><title>Talk</title>
                <text texttype="text/html">&lt;p&gt;Why is a dam thick at its foot?&lt;/p&gt;</text></topic>
                """,
                "q1/q.xml",
                """
                <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="Check">
                <section ident="s"><item ident="x"><presentation>
                <material><mattext texttype="text/html">&lt;p&gt;Unit of pressure?&lt;/p&gt;</mattext></material>
                <response_lid ident="r"><render_choice>
                <response_label ident="1"><material><mattext texttype="text/plain">Pa</mattext></material></response_label>
                <response_label ident="2"><material><mattext texttype="text/plain">N &lt; kg</mattext></material></response_label>
                </render_choice></response_lid></presentation></item></section></assessment></questestinterop>
                """,
                "handout.pdf",
                "%PDF-1.4"));
    }

    /// Version 1.2, as newer systems export: a folder without a name around all, links, the base variable in pages.
    public static byte[] ofOneTwo() {
        return zip(Map.of(
                "imsmanifest.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1" identifier="m">
                  <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.2.0</schemaversion></metadata>
                  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
                    <item identifier="a" identifierref="l1"><title>Why things float</title></item>
                    <item identifier="u"><title>Module</title>
                      <item identifier="b" identifierref="l2"><title>Somewhere</title></item>
                    </item>
                  </item></organization></organizations>
                  <resources>
                    <resource identifier="l1" type="imswl_xmlv1p2"><file href="l1.xml"/></resource>
                    <resource identifier="l2" type="imswl_xmlv1p2"><file href="l2.xml"/></resource>
                  </resources>
                </manifest>
                """,
                "l1.xml",
                "<webLink xmlns=\"http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2\"><title>x</title>"
                        + "<url href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\"/></webLink>",
                "l2.xml",
                "<webLink xmlns=\"http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2\"><title>x</title>"
                        + "<url href=\"https://example.org/page?a=1&amp;b=2\"/></webLink>"));
    }

    /// As Canvas exports: the base variable means a folder of its own, often encoded; films in frames, links that lead
    /// back into it.
    static byte[] likeCanvas(String outline) {
        return zip(Map.of(
                "imsmanifest.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" identifier="m">
                  <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion></metadata>
                  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">%s
                  </item></organization></organizations>
                  <resources>
                    <resource identifier="w" type="webcontent" href="wiki_content/start.html"><file href="wiki_content/start.html"/></resource>
                    <resource identifier="p" type="webcontent" href="web_resources/Icons/Watch Icon.png"><file href="web_resources/Icons/Watch Icon.png"/></resource>
                  </resources>
                </manifest>
                """.formatted(outline),
                "wiki_content/start.html",
                """
                <html><head><title>Start here</title></head><body><div class="page">
                <p><img src="%24IMS-CC-FILEBASE%24/Icons/Watch%20Icon.png?canvas_download=1" alt="Watch">Watch this first:</p>
                <p><iframe title="Why things float" src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe></p>
                <p>Then go to <a href="$CANVAS_OBJECT_REFERENCE$/quizzes/g1">the quiz</a>, 100% of it, or
                <a href="https://example.org/">elsewhere</a>.</p>
                </div></body></html>
                """,
                "web_resources/Icons/Watch Icon.png",
                "not really a picture"));
    }

    static byte[] zip(Map<String, String> texts) {
        var files = new LinkedHashMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.strip().getBytes(StandardCharsets.UTF_8)));
        return Zip.of(files);
    }
}
