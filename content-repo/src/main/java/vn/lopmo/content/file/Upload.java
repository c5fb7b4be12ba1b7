package vn.lopmo.content.file;

/// A file that was looked at and may be taken in.
///
/// @param name cleaned: no folders, no signs that a file system or a header would trip over
record Upload(String name, long size, String mediaType) {
    /// What a material made of it is called at first.
    String title() {
        int dot = name.lastIndexOf('.');
        var bare = dot > 0 ? name.substring(0, dot) : name;
        return bare.replace('_', ' ').strip();
    }
}
