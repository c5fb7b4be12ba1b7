import { describe, expect, it } from 'vitest';
import type { Told } from './parts';
import { readable } from './readable';
import { shown } from './shown';

const words = {
  task_work: 'Bài đã nộp',
  work_file: 'Tệp đã nộp',
  item: 'Câu hỏi',
  '.state': 'Tình trạng',
  '.name': 'Tên',
  '.created_by': 'Người tạo',
  '.handed_in_at': 'Nộp lúc',
  'task_work.state~HANDED_IN': 'Đã nộp',
  '~DONE': 'Đã xong',
};
const id = '7d6a3c52-93b1-4d53-9a2b-0d8f3b1f6a11';
const told: Told = {
  base: '/x',
  words,
  part: {
    service: 'lms-core',
    madeAt: '2026-11-21T08:00:00Z',
    held: {
      task_work: [{ id, state: 'HANDED_IN', handed_in_at: '2026-11-21T18:04:00Z', class_id: id, mark: null }],
      work_file: [
        { id, name: 'bài <1>.jpg' },
        { id: id.replace('7', '8'), name: 'b.webm' },
      ],
    },
    touched: { 'item.created_by': 3 },
    files: [
      {
        id,
        table: 'work_file',
        name: 'bài <1>.jpg',
        mediaType: 'image/jpeg',
        size: 3,
        path: 'tep/001-bài -1-.jpg',
      },
      {
        id: id.replace('7', '8'),
        table: 'work_file',
        name: 'b.webm',
        mediaType: 'audio/webm',
        size: 3,
        path: 'tep/002-b.webm',
      },
    ],
  },
};

describe('the page of a copy that people read', () => {
  const page = readable('Dữ liệu cá nhân', [told], ['tep/002-b.webm']);

  it('names tables, columns and values, and keeps ids for programs', () => {
    expect(page).toContain('<h2>Trường, lớp, bài học</h2><h3>Bài đã nộp (1)</h3>');
    expect(page).toContain('<th scope="col">Tình trạng</th><th scope="col">Nộp lúc</th></tr>');
    expect(page).toContain('<td>Đã nộp</td><td>22/11/2026 01:04</td>');
    expect(page).not.toContain(id);
    expect(page).toContain('<li>Câu hỏi, người tạo: 3</li>');
  });

  it('links the files that are there and names those that are gone', () => {
    expect(page).toContain('<a href="tep/001-b%C3%A0i%20-1-.jpg">bài &lt;1&gt;.jpg</a>');
    expect(page).toContain('<td>b.webm (không còn trong kho)</td>');
    expect(page).toContain('<li>tep/002-b.webm</li>');
  });

  it('writes values as people do', () => {
    const of = (column: string, value: unknown) => shown(words, 'x', column, value);
    expect(of('day', '2026-11-03')).toBe('03/11/2026');
    expect(of('mark', 8.25)).toBe('8,25');
    expect(of('late', false)).toBe('Không');
    expect(of('state', 'DONE')).toBe('Đã xong');
    expect(of('subject', 'ngu-van')).toBe('Ngữ văn');
    expect(of('subjects', ['DONE', 'x'])).toBe('Đã xong, x');
    expect(of('html', '<p>Vì a &lt; b.</p><p>Hết</p>')).toBe('Vì a < b.\nHết');
    expect(of('text', '')).toBe('–');
  });

  it('says what stands in a value of several parts, without the words of programs', () => {
    const marks = { '.mark': 'Điểm', '.max_mark': 'Điểm tối đa' };
    const value = [
      { mark: 1.5, slot: id, comment: null, maxMark: 2 },
      { mark: 0, slot: id, comment: null, maxMark: 2 },
    ];
    expect(shown(marks, 'release', 'marks', value)).toBe(
      'Điểm: 1,5, Điểm tối đa: 2; Điểm: 0, Điểm tối đa: 2',
    );
    expect(shown({}, 'answer_step', 'answer', { choice: 'B' })).toBe('B');
    expect(shown({}, 'answer_step', 'answer', { truths: { a: true, b: false } })).toBe('a: Có, b: Không');
    expect(shown({}, 'answer_step', 'answer', {})).toBe('–');
  });

  it('names the subject that a notice is about', () => {
    expect(shown({}, 'notice', 'place', 'khtn')).toBe('Khoa học tự nhiên');
    expect(shown({}, 'notice', 'place', 'Toán 8')).toBe('Toán 8');
  });
});
