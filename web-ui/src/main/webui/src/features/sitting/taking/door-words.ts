import { words } from '$lib/words';

/** What is said at the door of a paper, to those who may not come in yet or had to leave. */
export const d = words(
  {
    home: 'Về trang đầu',
    again: 'Thử lại',
    passcodeTitle: 'Nhập mã vào phòng thi',
    passcode: 'Mã vào phòng thi',
    passcodeHint: 'Giám thị đọc hoặc viết mã lên bảng. Chữ hoa hay chữ thường đều được.',
    passcodeWrong: 'Mã chưa đúng. Em nhìn lại từng chữ rồi nhập lại.',
    enter: 'Vào làm bài',
    elsewhereTitle: 'Bài này đang mở trên một máy khác',
    elsewhereText:
      'Mỗi em chỉ làm trên một máy. Em giơ tay báo giám thị: giám thị chuyển bài sang máy này được, và mọi câu đã trả lời đi theo.',
    elsewhereWait: 'Giám thị chuyển xong, trang này tự mở bài.',
    movedTitle: 'Bài đã chuyển sang máy khác',
    movedText: 'Giám thị đã chuyển bài của em. Em làm tiếp ở máy mới.',
    movedHeld: (n: number) =>
      `${n} câu trả lời từ máy này về trường sau khi chuyển: trường giữ riêng để thầy cô xem.`,
    movedWaiting: (n: number) =>
      `Còn ${n} câu nằm trên máy này, trang đang gửi về trường. Em đừng tắt trang.`,
    movedOffline: (n: number) =>
      `Còn ${n} câu nằm trên máy này và máy chưa có mạng. Em đừng tắt trang, báo giám thị biết.`,
    movedSafe: 'Máy này không còn câu nào chưa gửi.',
    backHere: 'Mở lại trên máy này',
    addressTitle: 'Bài này chỉ mở ở phòng máy của trường',
    addressText:
      'Máy em đang dùng không thuộc phòng máy đã chọn. Em dùng máy trong phòng, hoặc hỏi giám thị.',
    addressHere: (address: string) => `Địa chỉ của máy này: ${address}`,
    safeTitle: 'Bài này mở bằng Safe Exam Browser',
    safeText: 'Em thoát trình duyệt này, mở Safe Exam Browser trên máy của phòng thi rồi đăng nhập lại.',
    safeWrong:
      'Safe Exam Browser trên máy này chưa đúng cấu hình của bài. Em báo giám thị, đừng tự sửa; những gì đã trả lời vẫn còn.',
  },
  {
    home: 'To the first page',
    again: 'Try again',
    passcodeTitle: 'Enter the passcode of the room',
    passcode: 'Passcode',
    passcodeHint: 'The invigilator says it or writes it on the board. Capitals do not matter.',
    passcodeWrong: 'That is not the passcode. Look at each letter and try again.',
    enter: 'Go in',
    elsewhereTitle: 'This paper is open on another device',
    elsewhereText:
      'Everybody works on one device. Raise your hand: the invigilator can move your paper here, with all your answers.',
    elsewhereWait: 'This page opens it by itself once that is done.',
    movedTitle: 'Your paper was moved to another device',
    movedText: 'The invigilator moved it. Go on at the new device.',
    movedHeld: (n) =>
      `${n} answers from this device came after that: the school holds them for your teacher.`,
    movedWaiting: (n) => `${n} answers are still on this device and are being sent. Do not close this page.`,
    movedOffline: (n) =>
      `${n} answers are still on this device, which has no network. Keep this page and tell the invigilator.`,
    movedSafe: 'Nothing on this device is left to be sent.',
    backHere: 'Open it here again',
    addressTitle: 'This paper opens in the school’s computer room only',
    addressText: 'This device is not in the chosen room. Use one there, or ask the invigilator.',
    addressHere: (address) => `The address of this device: ${address}`,
    safeTitle: 'This paper opens in Safe Exam Browser',
    safeText: 'Leave this browser, open Safe Exam Browser on the room’s computer and sign in again.',
    safeWrong:
      'Safe Exam Browser on this device does not have the right settings. Tell the invigilator; your answers are safe.',
  },
);
