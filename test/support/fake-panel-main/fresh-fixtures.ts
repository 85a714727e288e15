import { registerHooks } from 'node:module';

const HERE = import.meta.resolve('./');

/** Modules of fixtures are loaded anew for each panel: their times count from then, and no test leaves anything behind for the next. */
export function loadFixturesAnew(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const run = context.parentURL === undefined ? '' : new URL(context.parentURL).search;
      return run !== '' && resolved.url.startsWith(HERE) ? { ...resolved, url: `${resolved.url}${run}` } : resolved;
    },
  });
}
