package vn.lopmo.lms.report;

import java.util.List;

/// What one school, or several together, did in a time. Accounts and materials are as they are now.
///
/// @param teachersEntered  those with an account, and those whom the school has entered and who have none yet
/// @param teachersBuilding those who published a lesson
/// @param teachersUsing    those who did that, set a live lesson, wrote in a diary or a mark book
/// @param testsTaken       results that came before a learner
/// @param testsInRooms     tests that opened in computer rooms of the school alone, and of which somebody has a result
/// @param takenInRooms     those of testsTaken that are of such a test
/// @param sheetsExported   mark sheets written out for the school's management system
record Sum(
        long pupils,
        long teachers,
        long otherStaff,
        long guardians,
        long pupilsFollowed,
        long lessonsPublished,
        long lessonsFinished,
        long testsGiven,
        long practiceGiven,
        long testsTaken,
        long testsInRooms,
        long takenInRooms,
        long tasksGiven,
        long handedIn,
        long questions,
        long answers,
        long liveLessons,
        long materials,
        long materialsNew,
        long teachersUsing,
        long teachersBuilding,
        long sheetsExported,
        long teachersEntered) {

    static Sum of(List<Sum> sums) {
        return sums.stream().reduce(Sum::plus).orElseGet(Sum::none);
    }

    private static Sum none() {
        return new Sum(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private Sum plus(Sum other) {
        return new Sum(
                pupils + other.pupils,
                teachers + other.teachers,
                otherStaff + other.otherStaff,
                guardians + other.guardians,
                pupilsFollowed + other.pupilsFollowed,
                lessonsPublished + other.lessonsPublished,
                lessonsFinished + other.lessonsFinished,
                testsGiven + other.testsGiven,
                practiceGiven + other.practiceGiven,
                testsTaken + other.testsTaken,
                testsInRooms + other.testsInRooms,
                takenInRooms + other.takenInRooms,
                tasksGiven + other.tasksGiven,
                handedIn + other.handedIn,
                questions + other.questions,
                answers + other.answers,
                liveLessons + other.liveLessons,
                materials + other.materials,
                materialsNew + other.materialsNew,
                teachersUsing + other.teachersUsing,
                teachersBuilding + other.teachersBuilding,
                sheetsExported + other.sheetsExported,
                teachersEntered + other.teachersEntered);
    }
}
