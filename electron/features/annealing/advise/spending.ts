import type { AnnealingSettings } from '../../../../shared/model/settings.ts';
import type { Database } from '../../../kernel/database.ts';
import { localIso } from '../../../kernel/local-time.ts';

export interface Spent {
  tokens: number;
  /** US dollars by the prices of the settings; 0 where they name none. */
  usd: number;
}

interface Tokens {
  input: number;
  output: number;
}

export interface Reservation {
  /** Counts what it did cost instead, on the same day. */
  settle(tokens: Tokens, usd: number): void;
}

/** What models have cost, by day of local time. */
export interface Spending {
  today(): Spent;
  /** Counts the most that a question can cost, before it is sent: whatever comes back, and if nothing ever does. */
  reserve(most: Tokens, usd: number): Reservation;
}

export function createSpending(database: Database, now: () => number): Spending {
  const day = (): string => localIso(now()).slice(0, 10);
  const add = (on: string, { input, output }: Tokens, usd: number): void =>
    void database.run(
      `INSERT INTO ai_spending (day, input, output, micro_usd) VALUES (?, ?, ?, ?)
       ON CONFLICT (day) DO UPDATE SET input = input + excluded.input, output = output + excluded.output,
       micro_usd = micro_usd + excluded.micro_usd`,
      on, input, output, Math.ceil(usd * 1e6),
    ); // prettier-ignore
  return {
    today: () =>
      database.get<Spent>('SELECT input + output AS tokens, micro_usd / 1e6 AS usd FROM ai_spending WHERE day = ?', day()) ?? {
        tokens: 0,
        usd: 0,
      },
    reserve(most, mostUsd) {
      const on = day();
      add(on, most, mostUsd);
      return {
        settle: ({ input, output }, usd) => add(on, { input: input - most.input, output: output - most.output }, usd - mostUsd),
      };
    },
  };
}

type Prices = Pick<AnnealingSettings['ai'], 'inputPrice' | 'outputPrice'>;

/** In US dollars; prices are for a million tokens. Pure. */
export const costOf = ({ inputPrice, outputPrice }: Prices, input: number, output: number): number =>
  (input * inputPrice + output * outputPrice) / 1e6;

/** A token of English or code is four characters, of Korean one or two: two is on the safe side. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 2);

/** Why another question of that size would go beyond the day's cap; null when it would not. Pure. */
export function overCap(settings: AnnealingSettings['ai'], spent: Spent, input: number, output: number): string | null {
  const { dailyTokens, dailyUsd } = settings;
  if (spent.tokens + input + output > dailyTokens)
    return `today's cap of ${dailyTokens} tokens would be exceeded (${spent.tokens} used, up to ${input + output} needed)`;
  const usd = costOf(settings, input, output);
  return spent.usd + usd > dailyUsd ? `today's cap of ${dailyUsd} USD would be exceeded (${spent.usd.toFixed(2)} used)` : null;
}
