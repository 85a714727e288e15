export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** The application log: one line an event, no secrets, no file contents. */
export interface Log {
    write(level: LogLevel, message: string, details?: Record<string, unknown>): void;
}
export declare const silentLog: Log;
