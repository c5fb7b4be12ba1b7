import type { Cognitive, Form } from '$api/types';
import { words } from '$lib/words';

export const t = words(
  {
    prompt: 'Đề bài',
    option: (letter: string) => `Phương án ${letter}`,
    keyIs: (letter: string) => `Đáp án đúng là ${letter}`,
    statement: (letter: string) => `Ý ${letter}`,
    right: 'Đúng',
    wrong: 'Sai',
    addOption: 'Thêm phương án',
    addStatement: 'Thêm ý',
    dropOption: (letter: string) => `Bỏ ${letter}`,
    keys: 'Đáp án được nhận',
    key: (n: number) => `Đáp án ${n}`,
    addKey: 'Thêm cách viết khác',
    keysHint: 'Gõ như học sinh sẽ gõ, ví dụ 2,5. Mỗi ô là một cách viết đúng.',
    guide: 'Hướng dẫn chấm',
    explanation: 'Lời giải',
    addExplanation: 'Thêm lời giải',
    scoring: 'Cách tính điểm',
    ladder: '1 ý đúng 0,1; 2 ý 0,25; 3 ý 0,5; 4 ý 1 điểm',
    equal: 'Các ý chia đều điểm',
    form: 'Dạng câu',
    keyHere: 'đáp án',
    noKey: 'Chưa có đáp án',
    level: 'Mức độ',
    noLevel: 'Chưa chọn',
    forms: {
      SINGLE_CHOICE: 'Một phương án',
      TRUE_FALSE_GROUP: 'Đúng sai',
      SHORT_ANSWER: 'Trả lời ngắn',
      ESSAY: 'Tự luận',
    },
    levels: { BIET: 'Biết', HIEU: 'Hiểu', VAN_DUNG: 'Vận dụng' },
  },
  {
    prompt: 'Question',
    option: (letter) => `Option ${letter}`,
    keyIs: (letter) => `The key is ${letter}`,
    statement: (letter) => `Statement ${letter}`,
    right: 'True',
    wrong: 'False',
    addOption: 'Add an option',
    addStatement: 'Add a statement',
    dropOption: (letter) => `Remove ${letter}`,
    keys: 'Answers that count',
    key: (n) => `Answer ${n}`,
    addKey: 'Add another spelling',
    keysHint: 'As a pupil would type it, for example 2.5. Each box is one right spelling.',
    guide: 'Marking guide',
    explanation: 'Solution',
    addExplanation: 'Add a solution',
    scoring: 'Scoring',
    ladder: '1 right 0.1; 2 right 0.25; 3 right 0.5; 4 right 1 point',
    equal: 'Each statement counts the same',
    form: 'Kind of question',
    keyHere: 'key',
    noKey: 'No key yet',
    level: 'Level',
    noLevel: 'Not chosen',
    forms: {
      SINGLE_CHOICE: 'Single choice',
      TRUE_FALSE_GROUP: 'True or false',
      SHORT_ANSWER: 'Short answer',
      ESSAY: 'Essay',
    },
    levels: { BIET: 'Know', HIEU: 'Understand', VAN_DUNG: 'Apply' },
  },
);

export const FORMS = Object.keys(t.forms) as Form[];
export const formName = (form: Form): string => t.forms[form];
export const levelName = (level: Cognitive): string => t.levels[level];
export const LEVELS = (Object.keys(t.levels) as Cognitive[]).map((value) => ({
  value,
  label: t.levels[value],
}));
