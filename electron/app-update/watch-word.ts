/** The word that has the executable watch an update, behind the door of the terminal. */
export const WATCH_UPDATE = 'watch-app-update';
