package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedSitesTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://www.geogebra.org/m/ab12cd34, https://www.geogebra.org/material/iframe/id/ab12cd34",
        "https://phet.colorado.edu/sims/html/density/latest/density_all.html?locale=vi,"
                + " https://phet.colorado.edu/sims/html/density/latest/density_all.html",
        "https://vimeo.com/123456789, https://player.vimeo.com/video/123456789",
    })
    void aKnownSiteIsFramedWhereItLetsItself(String typed, String framed) {
        assertEquals(Optional.of(framed), EmbedSites.framed(typed));
        assertEquals(Optional.of(framed), EmbedSites.framed(framed), "what is stored is taken again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/watch?v=dQw4w9WgXcQ",
                "javascript:alert(1)",
                "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com.example.org/watch?v=dQw4w9WgXcQ",
                "https://who@youtu.be/dQw4w9WgXcQ",
                "https://phet.colorado.edu/sims/html/../../x.html",
                "https://youtu.be/<script>"
            })
    void nothingElseIs(String typed) {
        assertEquals(Optional.empty(), EmbedSites.framed(typed));
    }
}
