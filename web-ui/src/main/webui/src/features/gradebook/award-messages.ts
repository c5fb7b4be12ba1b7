import { words } from '$lib/words';

/** The words of what people award. */
export const t = words(
  {
    awardsOf: (name: string) => `Khen thưởng ${name}`,
    parts: { EXEMPLARY: 'Học sinh Tiêu biểu', COMMENDATION: 'Khen đột xuất' },
    reasons: { EXEMPLARY: 'Tiêu biểu về', COMMENDATION: 'Khen về' },
    hints: {
      EXEMPLARY:
        'Môn có thành tích xuất sắc, hoặc phẩm chất, năng lực tiến bộ rõ rệt, được tập thể lớp công nhận. Gia đình thấy khi cả năm đã khoá sổ.',
      COMMENDATION:
        'Giấy khen, thư khen vì thành tích hoặc việc làm tốt trong năm học. Em và gia đình thấy ngay.',
    },
    give: { EXEMPLARY: 'Ghi Học sinh Tiêu biểu', COMMENDATION: 'Ghi khen đột xuất' },
    day: 'Ngày khen',
    on: (day: string) => `ngày ${day}`,
    closed: 'Cả năm đã khoá sổ. Muốn đổi, nhờ lãnh đạo nhà trường mở khoá.',
    noLongerDue: 'Kết quả năm học không còn là Hoàn thành tốt nên gia đình không thấy lần khen này.',
    notDue: 'Kết quả không còn là Hoàn thành tốt',
    takeBack: 'Thu lại',
    takeBackOf: (reason: string) => `Thu lại: ${reason}`,
    tookBack: (reason: string) => `Đã thu lại: ${reason}`,
    undo: 'Hoàn tác',
    history: 'Lịch sử',
    recorded: (at: string, by: string) => `Ghi ${at} · ${by}`,
    takenBack: (at: string, by: string) => `Thu lại ${at} · ${by}`,
  },
  {
    awardsOf: (name) => `Awards of ${name}`,
    parts: { EXEMPLARY: 'Exemplary pupil', COMMENDATION: 'Commendations' },
    reasons: { EXEMPLARY: 'Exemplary in', COMMENDATION: 'Commended for' },
    hints: {
      EXEMPLARY:
        'A subject with something outstanding, or a quality or an ability with clear progress; the class has agreed. The family sees it when the whole year is locked.',
      COMMENDATION:
        'A certificate or a letter for an achievement or a good deed in this year. Pupil and family see it at once.',
    },
    give: { EXEMPLARY: 'Make Exemplary pupil', COMMENDATION: 'Record the commendation' },
    day: 'Day',
    on: (day) => `on ${day}`,
    closed: 'The whole year is locked. Ask the head to unlock it.',
    noLongerDue: 'The result of the year is no longer Completed well, so the family does not see this.',
    notDue: 'The result is no longer Completed well',
    takeBack: 'Take back',
    takeBackOf: (reason) => `Take back: ${reason}`,
    tookBack: (reason) => `Taken back: ${reason}`,
    undo: 'Undo',
    history: 'History',
    recorded: (at, by) => `Recorded ${at} · ${by}`,
    takenBack: (at, by) => `Taken back ${at} · ${by}`,
  },
);
