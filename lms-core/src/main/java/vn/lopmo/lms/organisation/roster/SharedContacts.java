package vn.lopmo.lms.organisation.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Telephones and mails that stand in a list with more names than parents have: what a school writes where it knows
/// none, or its own number. They say nothing about who somebody is.
final class SharedContacts {
    private static final int MOST_NAMES = 2;

    private SharedContacts() {}

    static <C extends Heading> Set<String> of(ListColumns<C> columns, C name, C phone, C mail) {
        Map<String, Set<String>> names = new HashMap<>();
        for (var line : columns.lines()) {
            // what is wrong with the row is said when it is read
            var row = new TypedRow<>(columns, line);
            for (var contact : contacts(row, phone, mail)) {
                names.computeIfAbsent(contact, unused -> new HashSet<>()).add(Contacts.key(row.text(name)));
            }
        }
        return names.entrySet().stream()
                .filter(each -> each.getValue().size() > MOST_NAMES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <C extends Heading> List<String> contacts(TypedRow<C> row, C phone, C mail) {
        var contacts = new ArrayList<String>();
        var dialled = row.phone(phone);
        if (dialled != null) {
            contacts.add(dialled);
        }
        var written = row.mail(mail);
        if (written != null) {
            contacts.add(written);
        }
        return contacts;
    }
}
