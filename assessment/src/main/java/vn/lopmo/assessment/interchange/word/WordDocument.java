package vn.lopmo.assessment.interchange.word;

import java.util.List;
import java.util.Map;

/// What was read of a Word file.
///
/// @param pictures the bytes of each picture by its name inside the file
public record WordDocument(List<Block> blocks, Map<String, byte[]> pictures) {}
