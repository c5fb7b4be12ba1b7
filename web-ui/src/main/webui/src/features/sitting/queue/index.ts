/** What keeps answers on this device: fetched beside the first look at a paper, and there before anybody begins. */
export { device, safeBrowser } from '../taking/device';
export { AnswerQueue } from './queue';
export { SolePage } from './sole';
export { openStore } from './store';
