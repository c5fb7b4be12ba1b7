import type { Licence, MaterialType, TextbookSet, Visibility } from '$api/types';
import { locale } from './words';

interface Naming {
  name: string;
  short: string;
}

const TYPES: Record<MaterialType, [vi: Naming, en: Naming]> = {
  BAI_GIANG: [
    { name: 'Bài giảng', short: 'Bài giảng' },
    { name: 'Lecture', short: 'Lecture' },
  ],
  BAI_TRINH_CHIEU: [
    { name: 'Bài trình chiếu', short: 'Trình chiếu' },
    { name: 'Slides', short: 'Slides' },
  ],
  VIDEO: [
    { name: 'Video', short: 'Video' },
    { name: 'Video', short: 'Video' },
  ],
  TAI_LIEU: [
    { name: 'Tài liệu đọc', short: 'Tài liệu' },
    { name: 'Document', short: 'Document' },
  ],
  DE_KIEM_TRA: [
    { name: 'Đề kiểm tra', short: 'Đề' },
    { name: 'Test paper', short: 'Paper' },
  ],
  SACH: [
    { name: 'Sách', short: 'Sách' },
    { name: 'Book', short: 'Book' },
  ],
  HINH_ANH: [
    { name: 'Hình ảnh', short: 'Hình ảnh' },
    { name: 'Picture', short: 'Picture' },
  ],
  INFOGRAPHIC: [
    { name: 'Đồ hoạ thông tin', short: 'Đồ hoạ' },
    { name: 'Infographic', short: 'Graphic' },
  ],
  KE_HOACH_BAI_DAY: [
    { name: 'Kế hoạch bài dạy', short: 'Kế hoạch' },
    { name: 'Lesson plan', short: 'Plan' },
  ],
  AM_THANH: [
    { name: 'Âm thanh', short: 'Âm thanh' },
    { name: 'Audio', short: 'Audio' },
  ],
  PODCAST: [
    { name: 'Podcast', short: 'Podcast' },
    { name: 'Podcast', short: 'Podcast' },
  ],
  THI_NGHIEM_AO: [
    { name: 'Thí nghiệm ảo', short: 'Thí nghiệm' },
    { name: 'Virtual experiment', short: 'Experiment' },
  ],
  GOI_TUONG_TAC: [
    { name: 'Gói tương tác', short: 'Tương tác' },
    { name: 'Interactive package', short: 'Package' },
  ],
  TRO_CHOI: [
    { name: 'Trò chơi', short: 'Trò chơi' },
    { name: 'Game', short: 'Game' },
  ],
};

/** The licence's own name, and what it means in plain words. */
const LICENCES: Record<Licence, [name: string, vi: string, en: string]> = {
  CC0: ['CC0', 'Dùng và sửa tự do', 'Free to use and change'],
  CC_BY: ['CC BY 4.0', 'Dùng và sửa tự do, ghi tên tác giả', 'Free to use and change, name the author'],
  CC_BY_SA: ['CC BY-SA 4.0', 'Dùng và sửa, chia sẻ lại như cũ', 'Use and change, share alike'],
  CC_BY_NC: ['CC BY-NC 4.0', 'Dùng và sửa, không bán', 'Use and change, not for sale'],
  CC_BY_NC_SA: ['CC BY-NC-SA 4.0', 'Dùng, không bán, chia sẻ lại như cũ', 'Not for sale, share alike'],
  CC_BY_ND: ['CC BY-ND 4.0', 'Dùng, không sửa', 'Use, do not change'],
  CC_BY_NC_ND: ['CC BY-NC-ND 4.0', 'Dùng, không bán, không sửa', 'Use, not for sale, do not change'],
  ALL_RIGHTS: ['Giữ mọi quyền', 'Chỉ xem, hỏi tác giả trước khi dùng', 'View only, ask the author first'],
  TEACHING_EXCEPTION: [
    'Chỉ dùng trong lớp',
    'Trích để dạy, chỉ lớp được chọn hoặc thầy cô thấy',
    'An extract for teaching, seen by the classes chosen or by staff',
  ],
};

const language = locale === 'en' ? 1 : 0;

export const MATERIAL_TYPES = Object.keys(TYPES) as MaterialType[];
export const LICENCE_CODES = Object.keys(LICENCES) as Licence[];

export const typeName = (type: string) => TYPES[type as MaterialType]?.[language].name ?? type;
export const typeShort = (type: string) => TYPES[type as MaterialType]?.[language].short ?? type;
export const licenceName = (licence: string) => LICENCES[licence as Licence]?.[0] ?? licence;
export const licenceMeaning = (licence: string) => LICENCES[licence as Licence]?.[language + 1] ?? licence;

const VISIBILITIES: Record<Visibility, [vi: string, en: string]> = {
  CLASSES: ['Chỉ lớp được chọn', 'Chosen classes only'],
  STAFF: ['Chỉ thầy cô', 'Staff only'],
  SCHOOL: ['Cả trường', 'The whole school'],
  OPEN: ['Mọi người, không cần tài khoản', 'Anybody, without an account'],
};

const TEXTBOOK_SETS: Record<TextbookSet, [vi: string, en: string]> = {
  KNTT: ['Kết nối tri thức với cuộc sống', 'Kết nối tri thức với cuộc sống'],
  CTST: ['Chân trời sáng tạo', 'Chân trời sáng tạo'],
  CANH_DIEU: ['Cánh Diều', 'Cánh Diều'],
  KHAC: ['Bộ khác', 'Another set'],
};

export const VISIBILITY_CODES = Object.keys(VISIBILITIES) as Visibility[];
export const TEXTBOOK_SET_CODES = Object.keys(TEXTBOOK_SETS) as TextbookSet[];

export const visibilityName = (code: string) => VISIBILITIES[code as Visibility]?.[language] ?? code;
export const textbookSetName = (code: string) => TEXTBOOK_SETS[code as TextbookSet]?.[language] ?? code;

/** How far a material under a licence may be seen: the server's rule, so that the form offers nothing it would refuse. */
export function allows(licence: Licence | null, visibility: Visibility): boolean {
  if (visibility === 'OPEN') return licence === null || licence.startsWith('CC');
  return visibility !== 'SCHOOL' || licence !== 'TEACHING_EXCEPTION';
}
