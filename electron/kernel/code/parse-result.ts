export type ParseResult =
  | { ok: true }
  /** Lines and columns count from 1; columns in UTF-16 units. */
  | { ok: false; line: number; column: number; message: string }
  /** Not looked at: neither good nor bad. */
  | { ok: 'unchecked'; reason: string };

/** Larger files are data in code's clothing: parsing them would cost seconds. UTF-16 units. */
export const MAX_PARSED_LENGTH = 2 * 1024 * 1024;
