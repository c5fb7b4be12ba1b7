package vn.lopmo.content.material;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be done with several works at once. The rules are those that Creative Commons gives for its licences
/// (https://wiki.creativecommons.org/wiki/FAQ, "Combining and adapting CC material"): what forbids changing cannot be
/// adapted, share-alike must be kept, non-commercial wins, and what was copied for teaching never becomes open.
public final class Licensing {
    private Licensing() {}

    public enum Use {
        /// Something new is made of them: changed, cut, mixed.
        ADAPTED,
        /// They stand side by side as they are: a course, a collection, an export.
        TOGETHER
    }

    /// A work with what it asks for.
    public record Licensed(UUID materialId, @Nullable Licence licence, String attribution) {}

    public enum Fault {
        /// Nobody wrote down under what licence it is.
        LICENCE_UNKNOWN,
        /// ND: it may be passed on as it is, but not changed.
        NO_DERIVATIVES,
        /// The author must be asked first.
        NEEDS_PERMISSION,
        /// Two works each demand their own licence for what is made of them.
        SHARE_ALIKE_CLASH,
        /// One demands that the whole may be sold, the other forbids it.
        COMMERCE_CLASH,
        /// One demands to be shared with everybody, the other must stay in the class.
        TEACHING_CLASH
    }

    /// @param materialIds one work, or the two that do not go together
    public record Problem(Fault fault, List<UUID> materialIds) {}

    /// @param licence the widest that the whole may bear; null if there is none, then `problems` says why
    public record Combination(@Nullable Licence licence, List<Problem> problems, List<String> attribution) {
        public Combination {
            problems = List.copyOf(problems);
            attribution = List.copyOf(attribution);
        }
    }

    public static Combination combine(List<Licensed> works, Use use) {
        var problems = new ArrayList<Problem>();
        works.forEach(work -> single(work, use, problems));
        if (use == Use.ADAPTED) {
            for (int i = 0; i < works.size(); i++) {
                for (Licensed other : works.subList(i + 1, works.size())) {
                    pair(works.get(i), other, problems);
                }
            }
        }
        var attribution = works.stream().map(Licensed::attribution).distinct().toList();
        return new Combination(problems.isEmpty() ? strictest(works) : null, problems, attribution);
    }

    private static void single(Licensed work, Use use, List<Problem> problems) {
        var licence = work.licence;
        if (licence == null) {
            problems.add(new Problem(Fault.LICENCE_UNKNOWN, List.of(work.materialId)));
        } else if (use == Use.ADAPTED && licence == Licence.ALL_RIGHTS) {
            problems.add(new Problem(Fault.NEEDS_PERMISSION, List.of(work.materialId)));
        } else if (use == Use.ADAPTED && licence.isOpen() && licence.forbidsAdapting()) {
            problems.add(new Problem(Fault.NO_DERIVATIVES, List.of(work.materialId)));
        }
    }

    private static void pair(Licensed one, Licensed other, List<Problem> problems) {
        if (one.licence == null || other.licence == null) {
            return;
        }
        var fault = clash(one.licence, other.licence);
        if (fault != null) {
            problems.add(new Problem(fault, List.of(one.materialId, other.materialId)));
        }
    }

    private static @Nullable Fault clash(Licence one, Licence other) {
        if (one.mustBeKept() && other.mustBeKept()) {
            return one == other ? null : Fault.SHARE_ALIKE_CLASH;
        }
        if (one.mustBeKept()) {
            return clashWithShareAlike(one, other);
        }
        return other.mustBeKept() ? clashWithShareAlike(other, one) : null;
    }

    private static @Nullable Fault clashWithShareAlike(Licence shareAlike, Licence other) {
        if (other == Licence.TEACHING_EXCEPTION) {
            return Fault.TEACHING_CLASH;
        }
        boolean sellable = !shareAlike.forbidsCommerce();
        return sellable && other.isOpen() && other.forbidsCommerce() ? Fault.COMMERCE_CLASH : null;
    }

    /// Every condition that one of them makes.
    private static @Nullable Licence strictest(List<Licensed> works) {
        Set<Licence> all = EnumSet.noneOf(Licence.class);
        for (Licensed work : works) {
            if (work.licence != null) {
                all.add(work.licence);
            }
        }
        if (all.isEmpty()) {
            return null;
        }
        if (all.contains(Licence.TEACHING_EXCEPTION)) {
            return Licence.TEACHING_EXCEPTION;
        }
        return all.contains(Licence.ALL_RIGHTS) ? Licence.ALL_RIGHTS : open(all);
    }

    private static Licence open(Set<Licence> all) {
        boolean notSold = all.stream().anyMatch(Licence::forbidsCommerce);
        if (all.stream().anyMatch(Licence::forbidsAdapting)) {
            return notSold ? Licence.CC_BY_NC_ND : Licence.CC_BY_ND;
        }
        if (all.stream().anyMatch(Licence::mustBeKept)) {
            return notSold ? Licence.CC_BY_NC_SA : Licence.CC_BY_SA;
        }
        if (notSold) {
            return Licence.CC_BY_NC;
        }
        return all.contains(Licence.CC_BY) ? Licence.CC_BY : Licence.CC0;
    }
}
