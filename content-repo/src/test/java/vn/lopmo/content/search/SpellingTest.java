package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "hoà, hòa, hoa",
        "hòa, hòa, hoa",
        "khoẻ, khỏe, khoe",
        "thuý, thúy, thuy",
        "thúy, thúy, thuy",
        "quý, quí, qui",
        "quí, quí, qui",
        "quả, quả, qua",
        "lý, lí, li",
        "Lí, lí, li",
        "kỹ, kĩ, ki",
        "tỷ, tỉ, ti",
        "Mỹ, mĩ, mi",
        "y, y, y",
        "yêu, yêu, yeu",
        "ĐỊNH, định, dinh",
        "Ðại, đại, dai",
        "toán, toán, toan",
        "hoàn, hoàn, hoan",
        "H₂O, h₂o, h2o",
        "10, 10, 10",
        "Toan, toan, toan"
    })
    void everySyllableHasTwoSpellings(String written, String exact, String folded) {
        assertEquals(exact, Spelling.exact(written));
        assertEquals(folded, Spelling.folded(written));
    }

    @ParameterizedTest
    @CsvSource({"hoà", "nguyễn", "ưu", "đường", "lý", "thuỷ"})
    void composedOrNotIsTheSame(String written) {
        var apart = Normalizer.normalize(written, Normalizer.Form.NFD);

        assertEquals(Spelling.exact(written), Spelling.exact(apart));
        assertEquals(Spelling.folded(written), Spelling.folded(apart));
    }

    @ParameterizedTest
    @CsvSource({
        "nguyeenx, nguyen",
        "ddieenj, dien",
        "suaats, suat",
        "truowngf, truong",
        "toasn, toan",
        "to1an, toan",
        "vecto, ''",
        "toan, ''",
        "suat, ''",
        "english, ''"
    })
    void leftoversOfTheKeyboardAreUndone(String typed, String meant) {
        assertEquals(meant, KeyRemnants.undo(typed).orElse(""));
    }
}
