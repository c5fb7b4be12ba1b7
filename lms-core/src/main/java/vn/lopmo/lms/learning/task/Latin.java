package vn.lopmo.lms.learning.task;

import java.nio.charset.StandardCharsets;

/// Bytes read as letters of Latin 1, where they lie.
record Latin(byte[] bytes, int from, int to) implements CharSequence {
    static Latin of(byte[] bytes) {
        return new Latin(bytes, 0, bytes.length);
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int at) {
        return (char) (bytes[from + at] & 0xFF);
    }

    @Override
    public Latin subSequence(int start, int end) {
        return new Latin(bytes, from + start, from + end);
    }

    /// What stands from a place on, and no more of it.
    Latin near(int start, int most) {
        return subSequence(start, (int) Math.min(length(), (long) start + most));
    }

    @Override
    public String toString() {
        return new String(bytes, from, length(), StandardCharsets.ISO_8859_1);
    }
}
