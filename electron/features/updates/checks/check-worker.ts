/** Entry of the checking threads: what is exported here runs there. */
export { analyse } from './analyse.ts';
