package vn.lopmo.lms.privacy;

import vn.lopmo.lms.organisation.KeptLongEnough.Matter;

/// What is kept for a time, and how it goes.
sealed interface KeptFor {
    /// Lines that are too old: one statement for a school and a moment.
    ///
    /// @param gone deletes them
    /// @param people counts whom they are about
    record Lines(String gone, String people) implements KeptFor {}

    /// What those did who left before a day, one person after another.
    record Leavers(Matter matter) implements KeptFor {}

    /// The days are usual; a school sets its own.
    enum What {
        /// Who looked into whose record.
        ACCESS_LOG(730, new Lines("delete from record_access where school_id = ? and at < ?", """
                select count(distinct learner_id) from record_access where school_id = ? and at < ?""")),
        /// How those who have left the school went through their lessons.
        LEARNING_TRAIL(365, new Lines("""
                delete from lesson_progress using person p where p.id = learner_id
                and lesson_progress.school_id = ? and p.left_on < cast(? as timestamptz)::date""", """
                select count(distinct p.id) from lesson_progress g join person p on p.id = g.learner_id
                where g.school_id = ? and p.left_on < cast(? as timestamptz)::date""")),
        /// What pupils who left handed in.
        LEAVERS_WORK(365, new Leavers(Matter.WORK)),
        LEAVERS_NOTES(180, new Leavers(Matter.NOTES)),
        LEAVERS_TALK(365, new Leavers(Matter.TALK)),
        LEAVERS_SITTINGS(730, new Leavers(Matter.SITTINGS)),
        LEAVERS_READING(180, new Leavers(Matter.READING)),
        /// What people were told.
        NOTICES(180, new Lines("""
                with kept as (select cast(? as uuid) as school, cast(? as timestamptz) as since), gone as (
                  delete from announcement a using kept k where a.school_id = k.school
                  and greatest(a.made_at, a.edited_at) < k.since)
                delete from notice n using kept k where n.school_id = k.school and n.at < k.since""", """
                select count(distinct person_id) from notice where school_id = ? and at < ?""")),
        /// Requests that are over: their words; that they were made stays in the register.
        REQUEST_TEXT(1825, new Lines("""
                update privacy_request set text = '', answer = null where school_id = ? and done_at < ?
                and text <> ''""", """
                select count(distinct subject_id) from privacy_request where school_id = ? and done_at < ?
                and text <> ''"""));

        private final int usualDays;
        private final KeptFor how;

        What(int usualDays, KeptFor how) {
            this.usualDays = usualDays;
            this.how = how;
        }

        int usualDays() {
            return usualDays;
        }

        KeptFor how() {
            return how;
        }
    }
}
