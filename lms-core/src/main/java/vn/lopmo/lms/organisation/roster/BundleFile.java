package vn.lopmo.lms.organisation.roster;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of OneRoster 1.2 CSV that we take and give, with the fields in the order of the standard (1EdTech
/// OneRoster 1.2 CSV Binding, section 4). Files of the standard that are not here are named absent.
enum BundleFile {
    ACADEMIC_SESSIONS(
            "academicSessions",
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear"),
    CLASSES(
            "classes",
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                    + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods"),
    COURSES(
            "courses",
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
                    + "subjectCodes"),
    DEMOGRAPHICS(
            "demographics",
            "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                    + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
                    + "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,"
                    + "publicSchoolResidenceStatus"),
    ENROLLMENTS(
            "enrollments",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                    + "endDate"),
    ORGS("orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId"),
    ROLES(
            "roles",
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
                    + "userProfileSourcedId"),
    USERS(
            "users",
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                    + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                    + "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
                    + "primaryOrgSourcedId,pronouns");

    /// Files of the standard that we neither give nor take.
    static final List<String> ABSENT = List.of(
            "categories",
            "classResources",
            "courseResources",
            "lineItemLearningObjectiveIds",
            "lineItems",
            "lineItemScoreScales",
            "resources",
            "resultLearningObjectiveIds",
            "results",
            "resultScoreScales",
            "scoreScales",
            "userProfiles",
            "userResources");

    private final String base;
    private final List<String> fields;

    BundleFile(String base, String fields) {
        this.base = base;
        this.fields = Arrays.asList(fields.split(","));
    }

    String property() {
        return "file." + base;
    }

    String fileName() {
        return base + ".csv";
    }

    List<String> fields() {
        return fields;
    }

    static @Nullable BundleFile named(String fileName) {
        for (var file : values()) {
            if (file.fileName().equals(fileName)) {
                return file;
            }
        }
        return null;
    }
}
