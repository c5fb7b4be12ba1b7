import { flagOf } from '../flags';

/** Whether handed-in work may wait here, told without opening anything. */
export const waitingWork = flagOf('lopmo.work.waiting');
