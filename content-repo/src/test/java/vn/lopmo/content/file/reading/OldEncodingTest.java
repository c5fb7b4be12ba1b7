package vn.lopmo.content.file.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".VnTime | Céng hßa x· héi chñ nghÜa ViÖt Nam | Cộng hòa xã hội chủ nghĩa Việt Nam",
                ".VnTime | §éc lËp - Tù do - H¹nh phóc | Độc lập - Tự do - Hạnh phúc",
                ".VnTimeH | Céng hßa x· héi | CỘNG HÒA XÃ HỘI",
                ".VnArial | tr­êng tiÓu häc, ng­êi thÇy, b»ng cÊp | trường tiểu học, người thầy, bằng cấp",
                "VNI-Times | Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam | Cộng hòa xã hội chủ nghĩa Việt Nam",
                "VNI-Times | Ñoäc laäp - Töï do - Haïnh phuùc | Độc lập - Tự do - Hạnh phúc",
                "VNI-Helve | TRÖÔØNG TIEÅU HOÏC, ngöôøi thaày, baèng caáp | TRƯỜNG TIỂU HỌC, người thầy, bằng cấp",
                "VNI-Times | kyõ thuaät, huyønh, lyù, quyù, kî | kỹ thuật, huỳnh, lý, quý, kỵ",
                "Times New Roman | Céng hßa, Café, naïve | Céng hßa, Café, naïve",
            })
    void theFontTellsHowItIsWritten(String font, String old, String unicode) {
        assertEquals(unicode, OldEncoding.toUnicode(old, font));
    }

    @Test
    void everyLetterOfTcvn3IsKnown() {
        var letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
        var codes = new byte[] {
            (byte) 0xB5, (byte) 0xB8, (byte) 0xB6, (byte) 0xB7, (byte) 0xB9, (byte) 0xA8, (byte) 0xBB, (byte) 0xBE,
            (byte) 0xBC, (byte) 0xBD, (byte) 0xC6, (byte) 0xA9, (byte) 0xC7, (byte) 0xCA, (byte) 0xC8, (byte) 0xC9,
            (byte) 0xCB, (byte) 0xAE, (byte) 0xCC, (byte) 0xD0, (byte) 0xCE, (byte) 0xCF, (byte) 0xD1, (byte) 0xAA,
            (byte) 0xD2, (byte) 0xD5, (byte) 0xD3, (byte) 0xD4, (byte) 0xD6, (byte) 0xD7, (byte) 0xDD, (byte) 0xD8,
            (byte) 0xDC, (byte) 0xDE, (byte) 0xDF, (byte) 0xE3, (byte) 0xE1, (byte) 0xE2, (byte) 0xE4, (byte) 0xAB,
            (byte) 0xE5, (byte) 0xE8, (byte) 0xE6, (byte) 0xE7, (byte) 0xE9, (byte) 0xAC, (byte) 0xEA, (byte) 0xED,
            (byte) 0xEB, (byte) 0xEC, (byte) 0xEE, (byte) 0xEF, (byte) 0xF3, (byte) 0xF1, (byte) 0xF2, (byte) 0xF4,
            (byte) 0xAD, (byte) 0xF5, (byte) 0xF8, (byte) 0xF6, (byte) 0xF7, (byte) 0xF9, (byte) 0xFA, (byte) 0xFD,
            (byte) 0xFB, (byte) 0xFC, (byte) 0xFE, (byte) 0xA1, (byte) 0xA2, (byte) 0xA7, (byte) 0xA3, (byte) 0xA4,
            (byte) 0xA5, (byte) 0xA6
        };
        var old = new String(codes, Charset.forName("ISO-8859-1"));

        assertEquals(letters, OldEncoding.TCVN3.toUnicode(old));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCVN3 | Tr­êng THCS Lª Lîi tæ chøc thi häc sinh giái cÊp huyÖn",
                "VNI | Tröôøng THCS Leâ Lôïi toå chöùc thi hoïc sinh gioûi caáp huyeän",
                "       | Trường THCS Lê Lợi tổ chức thi học sinh giỏi cấp huyện",
                "       | Le café près de la forêt est très agréable, déjà célèbre",
                "       | Plain English words without any marks",
                "       | Die Käufer müssen größere Straßen für Züge wählen",
            })
    void withoutAFontTheWordsTell(String encoding, String text) {
        assertEquals(Optional.ofNullable(encoding).map(OldEncoding::valueOf), OldEncoding.guess(text), text);
    }
}
