/** A person who decides, and the door that vouches for them: the approval window, the terminal, a checked Telegram sender. */
export interface Decider {
  kind: 'person';
  name: string;
  door: 'window' | 'terminal' | 'telegram';
}

/** Why somebody may not decide on an actor's request, or null. Nobody grants their own request, and Nightguard grants none. */
export function mayDecide(decider: Decider, actor: string): string | null {
  const name = fold(decider.name);
  if (name === '') return 'Nobody is named who decides.';
  if (name === 'nightguard') return 'Nightguard does not approve anything by itself.';
  const asker = fold(actor.replace(/ \([^()]*\)$/, ''));
  // A person who asks through one door may decide in the approval window: that is where they see what will be done.
  return asker === name && asker !== 'person' ? `${decider.name} cannot decide on a request of their own.` : null;
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
