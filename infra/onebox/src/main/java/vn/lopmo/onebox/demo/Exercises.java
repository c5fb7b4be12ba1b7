package vn.lopmo.onebox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Exercises of mathematics made from a rule and a number, in the text form of [Questions]: the same every time.
final class Exercises {
    private Exercises() {}

    static String text(int count) {
        var blocks = new ArrayList<String>();
        blocks.add("# toan 8 | Luyện tập tính toán");
        IntStream.range(0, count).mapToObj(Exercises::exercise).forEach(blocks::add);
        return String.join("\n", blocks);
    }

    private static String exercise(int n) {
        int a = 2 + n / 8;
        int b = 3 + n % 7;
        return switch (n % 8) {
            case 0 ->
                choice(
                        "BIET",
                        "Nghiệm của phương trình " + a + "x = " + a * b + " là",
                        "x = ",
                        List.of(b, b + 1, a, a * b));
            case 1 ->
                choice(
                        "HIEU",
                        "Tính nhanh " + (100 + a) + " × " + (100 - a) + ".",
                        "",
                        List.of(10_000 - a * a, 10_000 + a * a, 10_000 - a, 9_000 + a));
            case 2 -> shortAnswer("Tính giá trị của biểu thức x² + " + b + "x tại x = " + a + ".", a * a + b * a);
            case 3 ->
                choice(
                        "HIEU",
                        "Hình chữ nhật có hai cạnh " + 3 * a + " cm và " + 4 * a + " cm. Đường chéo dài",
                        "",
                        List.of(5 * a, 7 * a, 6 * a, 12 * a),
                        " cm");
            case 4 -> shortAnswer(10 * b + "% của " + 10 * a + " bằng bao nhiêu?", a * b);
            case 5 ->
                choice(
                        "BIET",
                        "Hệ số của x trong khai triển (x + " + (a + b) + ")<sup>2</sup> là",
                        "",
                        List.of(2 * (a + b), a + b, (a + b) * (a + b), 1));
            case 6 ->
                choice(
                        "VAN_DUNG",
                        "Một lớp có " + 5 * a + " bạn nam và " + 5 * b + " bạn nữ. Số học sinh của lớp là",
                        "",
                        List.of(5 * (a + b), 5 * a * b, 10 * (a + b), 5 * (a + b) + 1));
            default -> statements(a, b);
        };
    }

    private static String choice(String level, String prompt, String before, List<Integer> values) {
        return choice(level, prompt, before, values, "");
    }

    /// The first value is the right one; it is shown at a place that follows from the prompt.
    private static String choice(String level, String prompt, String before, List<Integer> values, String after) {
        var distinct = new ArrayList<Integer>();
        for (int value : values) {
            int other = value;
            while (distinct.contains(other)) {
                other++;
            }
            distinct.add(other);
        }
        int right = distinct.getFirst();
        java.util.Collections.rotate(distinct, prompt.length() % 4);
        var text = new StringBuilder("@ " + level + "\n" + prompt + "\n");
        for (int i = 0; i < distinct.size(); i++) {
            text.append(distinct.get(i) == right ? "*" : "")
                    .append("ABCD".charAt(i))
                    .append(". ")
                    .append(before)
                    .append(distinct.get(i))
                    .append(after)
                    .append('\n');
        }
        return text.toString();
    }

    private static String shortAnswer(String prompt, int value) {
        return "@ VAN_DUNG TLN\n" + prompt + "\n= " + value + "\n";
    }

    private static String statements(int a, int b) {
        return "@ HIEU DS\nCho hàm số y = " + a + "x + " + b + ".\n"
                + "a) Đồ thị cắt trục tung tại điểm có tung độ " + b + ". [Đ]\n"
                + "b) Với x = 1 thì y = " + (a + b) + ". [Đ]\n"
                + "c) Hệ số góc bằng " + b + (a == b ? ". [Đ]\n" : ". [S]\n")
                + "d) Đồ thị đi qua gốc toạ độ. [S]\n";
    }
}
