/** Something that holds timers, watchers, processes or handles, and gives them back. */
export interface Disposable {
  dispose(): Promise<void> | void;
}

/** Disposes in reverse order of acquisition, and goes on when one of them fails. */
export class DisposableStack implements Disposable {
  readonly #items: Disposable[] = [];

  /** Takes ownership and hands the item back, so that it reads as one expression. */
  use<T extends Disposable>(item: T): T {
    this.#items.push(item);
    return item;
  }

  defer(dispose: () => Promise<void> | void): void {
    this.#items.push({ dispose });
  }

  async dispose(): Promise<void> {
    const failures: unknown[] = [];
    for (let item = this.#items.pop(); item !== undefined; item = this.#items.pop()) {
      try {
        await item.dispose();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some resources could not be given back');
  }
}
