package vn.lopmo.assessment.interchange.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Cognitive;
import vn.lopmo.assessment.item.Draft;

/// A question as it was found.
///
/// @param number as printed; begins again in each part
/// @param sources the blocks of the file it was read from
/// @param marked the letters that were marked as key when there were several
/// @param afterGap a number before it is missing
public record FoundQuestion(
        int number,
        Part part,
        List<String> sources,
        Draft content,
        List<String> marked,
        boolean afterGap,
        @Nullable Cognitive level) {}
