import { createContext, useContext } from 'react';
import type { Written } from '../../../../shared/model/settings-file.ts';
import type { PlainValue, SettingPath } from '../../../../shared/model/settings-form.ts';
import type { SettingsProblem } from '../../../../shared/model/settings.ts';
import { dotted, valueAt } from './setting-values.ts';

/** What every field of the form needs: the values, the changes on their way, what is wrong, and how to change something. */
export interface FormState {
  written: Written;
  onTheWay: ReadonlyMap<string, PlainValue | undefined>;
  problem: SettingsProblem | null;
  edit: (path: SettingPath, value: PlainValue | undefined) => void;
}

export const FormContext = createContext<FormState>({
  written: null,
  onTheWay: new Map(),
  problem: null,
  edit: () => undefined,
});

/** One setting: its value in the file, and its problem. */
export function useSetting(path: SettingPath): {
  value: PlainValue | undefined;
  problem: SettingsProblem | null;
  edit: (value: PlainValue | undefined) => void;
} {
  const { written, onTheWay, problem, edit } = useContext(FormContext);
  const key = JSON.stringify(path);
  const value = onTheWay.has(key) ? onTheWay.get(key) : valueAt(written, path);
  return { value, problem: problem?.path === dotted(path) ? problem : null, edit: (next) => edit(path, next) };
}
