import { words } from '$lib/words';

export const t = words(
  {
    send: 'Gửi',
    stop: 'Thôi',
    waiting: 'Chưa gửi tới trường',
    waits: 'Chờ gửi',
    waitsText: 'Đã giữ trên máy, tự gửi khi có mạng.',
    failedText: 'Vẫn giữ trên máy, sẽ gửi lại.',
    refused: 'Chưa gửi được',
    drop: 'Bỏ',
    dropped: 'Đã bỏ điều chưa gửi',
  },
  {
    send: 'Send',
    stop: 'Leave it',
    waiting: 'Not at school yet',
    waits: 'Waits',
    waitsText: 'Kept on this device, sent when there is a network.',
    failedText: 'It is still on this device and will be sent again.',
    refused: 'Not taken',
    drop: 'Drop',
    dropped: 'Dropped what was not sent',
  },
);
