package vn.lopmo.lms.organisation.roster;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.identity.Sealing;
import vn.lopmo.platform.text.VietnameseText;

/// Marks by which the same person is known again in the next row or the next list: of a telephone number or a mail
/// address together with the name as it is written, so that parents who share a telephone stay two, and `Hoa` is not
/// `Hòa`. Only a fingerprint under the install's secret is kept, never the number itself: nobody is rung or written
/// to.
final class Contacts {
    private static final String MARK = "contact:";

    private final Sealing sealing;
    private final UUID schoolId;
    private final Set<String> shared;

    Contacts(Sealing sealing, UUID schoolId) {
        this(sealing, schoolId, Set.of());
    }

    private Contacts(Sealing sealing, UUID schoolId, Set<String> shared) {
        this.sealing = sealing;
        this.schoolId = schoolId;
        this.shared = shared;
    }

    /// The same, but these mark nobody.
    Contacts without(Set<String> shared) {
        return new Contacts(sealing, schoolId, shared);
    }

    /// A name to be held against another: case and spaces do not count, accents do.
    static String key(@Nullable String name) {
        return VietnameseText.tidy(name == null ? "" : name).toLowerCase(Locale.ROOT);
    }

    List<String> marks(String name, @Nullable String phone, @Nullable String mail) {
        return Stream.of(phone, mail)
                .filter(Objects::nonNull)
                .filter(contact -> !shared.contains(contact))
                .map(contact -> mark(MARK, name, contact))
                .toList();
    }

    /// Of somebody who is known by the child alone.
    String markOfGuardian(String name, String childCode) {
        return mark("guardian:", name, childCode);
    }

    private String mark(String kind, String name, String by) {
        return kind + sealing.fingerprint(schoolId + "|" + key(name) + "|" + by);
    }

    static boolean isContact(String mark) {
        return mark.startsWith(MARK);
    }
}
