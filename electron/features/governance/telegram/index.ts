export { attendTelegram, type TelegramAttendance } from './attend-telegram.ts';
export type { TelegramSettings } from './callback.ts';
