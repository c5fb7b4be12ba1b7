package vn.lopmo.lms.gradebook.book;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import vn.lopmo.lms.gradebook.rules.Level;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Promotion;
import vn.lopmo.lms.gradebook.rules.Promotion.Reason;
import vn.lopmo.lms.organisation.SubjectNames;

/// A promotion in words, the same on every page and in every file.
final class PromotionWords {
    private final ResourceBundle words;
    private final Locale locale;

    private PromotionWords(ResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /// Vietnamese for every language but English.
    static PromotionWords in(Locale locale) {
        var words = ResourceBundle.getBundle(
                "promotion",
                locale,
                Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new PromotionWords(words, locale);
    }

    String of(Promotion.Standing standing) {
        return words.getString("standing." + standing);
    }

    String of(Level level) {
        return words.getString("level." + level);
    }

    String of(PrimaryResult result) {
        return words.getString("primary." + result);
    }

    /// A sentence for each reason, with its article; of whoever goes up what that rests on.
    List<String> why(Promotion promotion) {
        return promotion.reasons().isEmpty()
                ? List.of(restsOn(promotion))
                : promotion.reasons().stream()
                        .map(each ->
                                reason(promotion, each) + " (" + each.ground().article() + ")")
                        .toList();
    }

    private String restsOn(Promotion promotion) {
        var conduct = promotion.conduct();
        var study = promotion.study();
        var primary = promotion.primary();
        if (conduct != null && study != null) {
            var away = promotion.away();
            return away == null
                    ? said("passed.unentered", of(conduct), of(study))
                    : said("passed", of(conduct), of(study), away);
        }
        return primary == null ? "" : said("completed", of(primary));
    }

    private String reason(Promotion promotion, Reason reason) {
        var key = reason.ground().name();
        return switch (reason.ground()) {
            case AWAY -> said(key, Objects.requireNonNull(promotion.away()), Promotion.MOST_AWAY);
            case ASSESSED_AGAIN, SUPPORTED -> said(key, names(reason)).strip();
            case CONDUCT,
                    STUDY,
                    CONDUCT_UNKNOWN,
                    STUDY_UNKNOWN,
                    CONDUCT_IN_SUMMER,
                    NOT_COMPLETED,
                    RESULT_UNKNOWN,
                    PRINCIPAL -> words.getString(key);
        };
    }

    private static String names(Reason reason) {
        return reason.subjects().stream().map(SubjectNames::of).collect(Collectors.joining(", "));
    }

    private String said(String key, Object... facts) {
        return new MessageFormat(words.getString(key), locale).format(facts);
    }
}
