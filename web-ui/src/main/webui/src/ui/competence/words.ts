import { words } from '$lib/words';

export const t = words(
  {
    search: 'Tìm chỉ báo theo mã hoặc lời',
    suggested: (grade: number, level: string) => `Gợi ý cho lớp ${grade} (đích ${level})`,
    found: 'Chỉ báo tìm thấy',
    none: 'Không có chỉ báo nào khớp. Thử gõ một từ khác, hoặc mã như 1.1.',
    add: (code: string) => `Thêm chỉ báo ${code}`,
    drop: (code: string) => `Bỏ chỉ báo ${code}`,
    chosen: 'Đã chọn',
    all: 'Cả 24 năng lực',
    competence: 'Năng lực thành phần',
  },
  {
    search: 'Find indicators by code or words',
    suggested: (grade, level) => `Suggested for grade ${grade} (target ${level})`,
    found: 'Indicators found',
    none: 'No indicator matches. Try another word, or a code such as 1.1.',
    add: (code) => `Add indicator ${code}`,
    drop: (code) => `Remove indicator ${code}`,
    chosen: 'Chosen',
    all: 'All 24 competences',
    competence: 'Competence',
  },
);
