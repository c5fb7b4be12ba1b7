import { flagOf } from './flags';

/** Whether answers of a paper may lie here that its own page has not brought to school. */
export const leftAnswers = flagOf('lopmo.sitting.left');
