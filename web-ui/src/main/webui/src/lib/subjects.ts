import { words } from './words';

const names = words(
  {
    toan: 'Toán',
    'ngu-van': 'Ngữ văn',
    'tieng-anh': 'Tiếng Anh',
    khtn: 'Khoa học tự nhiên',
    'vat-li': 'Vật lí',
    'hoa-hoc': 'Hoá học',
    'sinh-hoc': 'Sinh học',
    'lich-su-dia-li': 'Lịch sử và Địa lí',
    'lich-su': 'Lịch sử',
    'dia-li': 'Địa lí',
    gdcd: 'Giáo dục công dân',
    'tin-hoc': 'Tin học',
    'cong-nghe': 'Công nghệ',
    gdtc: 'Giáo dục thể chất',
    'am-nhac': 'Âm nhạc',
    'mi-thuat': 'Mĩ thuật',
    hdtn: 'Hoạt động trải nghiệm, hướng nghiệp',
    gddp: 'Giáo dục địa phương',
    'tieng-viet': 'Tiếng Việt',
    'dao-duc': 'Đạo đức',
    'tu-nhien-xa-hoi': 'Tự nhiên và Xã hội',
    'khoa-hoc': 'Khoa học',
    gdktpl: 'Giáo dục kinh tế và pháp luật',
    gdqpan: 'Giáo dục quốc phòng và an ninh',
  },
  {
    toan: 'Mathematics',
    'ngu-van': 'Literature',
    'tieng-anh': 'English',
    khtn: 'Natural sciences',
    'vat-li': 'Physics',
    'hoa-hoc': 'Chemistry',
    'sinh-hoc': 'Biology',
    'lich-su-dia-li': 'History and geography',
    'lich-su': 'History',
    'dia-li': 'Geography',
    gdcd: 'Civic education',
    'tin-hoc': 'Informatics',
    'cong-nghe': 'Technology',
    gdtc: 'Physical education',
    'am-nhac': 'Music',
    'mi-thuat': 'Art',
    hdtn: 'Experience and careers',
    gddp: 'Local studies',
    'tieng-viet': 'Vietnamese',
    'dao-duc': 'Ethics',
    'tu-nhien-xa-hoi': 'Nature and society',
    'khoa-hoc': 'Science',
    gdktpl: 'Economics and law',
    gdqpan: 'Defence and security',
  },
);
export type Subject = keyof typeof names;

const NAMES: Record<string, string> = names;

export const SUBJECTS = Object.keys(names) as Subject[];

/** The subject's name; a code we do not know stands for itself. */
export function subjectName(code: string): string {
  return NAMES[code] ?? code;
}
