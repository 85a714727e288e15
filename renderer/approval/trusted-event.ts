import type { SyntheticEvent } from 'react';

/** Lets an act happen only when the browser itself says that a person did it: a script's click is none. */
export const trusted =
  (act: () => void) =>
  (event: SyntheticEvent): void => {
    if (event.nativeEvent.isTrusted) act();
  };
