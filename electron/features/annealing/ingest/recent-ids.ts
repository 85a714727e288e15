/** Ids of events that were taken lately: a client whose answer got lost sends again, and must not be counted twice. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

const KEPT = 10_000;

export function createRecentIds(): RecentIds {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      if (ids.size <= KEPT) return;
      for (const oldest of ids) {
        ids.delete(oldest);
        break;
      }
    },
  };
}
