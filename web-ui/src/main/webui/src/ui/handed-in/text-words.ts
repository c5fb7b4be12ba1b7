import { words } from '$lib/words';

export const t = words({ passages: 'Nhận xét trong bài viết' }, { passages: 'Remarks in the text' });
