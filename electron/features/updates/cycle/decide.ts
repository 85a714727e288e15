import type { HeldSet } from '../../../../shared/model/updates.ts';
import type { Hold } from '../ledger/holds.ts';
import { brake } from '../plan/brake.ts';
import { planUpdates, type Plan, type PlannedChange } from '../plan/plan.ts';
import { checkContents } from './check-contents.ts';
import type { CycleContext, CycleOptions } from './context.ts';
import type { Seen } from './look.ts';

/** What the cycle will do, after plan, brake and checks on the new content. */
export interface Intention {
  changes: PlannedChange[];
  holds: Hold[];
  /** Set when a person must release the whole set first. */
  heldSet: Omit<HeldSet, 'since'> | null;
  plan: Plan;
}

/** Decides only: reads Core's new content to check it, and changes nothing. */
export async function decide(context: CycleContext, seen: Seen, options: CycleOptions): Promise<Intention> {
  const { survey, root, source } = seen;
  const settings = context.settings();
  const whole = planUpdates({
    rows: survey.rows,
    settings,
    rejections: context.refusals.rejections(),
    decisions: context.refusals.decisions(),
  });
  const plan = options.only === null ? whole : onlyOne(whole, options.only);
  const missing = survey.rows
    .filter((row) => row.base !== null && row.source === null && row.obstacle === null)
    .map((row) => row.key);
  const set = brake({
    changes: plan.changes,
    settings: settings.brake,
    tracked: context.base.count(),
    missing: missing.filter((key) => !context.base.isGone(key)),
    coreIsEmpty: survey.full && survey.counts.sourceFiles === 0,
    markerMissing: root.state === 'marker-missing',
    everHad: (key, hash) => context.apply.releases.everHad(key, hash),
  });
  const released = set !== null && (options.releaseBrake === 'any' || options.releaseBrake === set.token);
  if (set !== null && !released) return { changes: plan.changes, holds: plan.holds, heldSet: set, plan };
  options.onProgress({ phase: 'checking', done: 0, total: plan.changes.length, release: null });
  const { changes, holds } = await checkContents(context, source, plan);
  return { changes, holds, heldSet: null, plan };
}

/** The same plan with nothing but one file to apply; what is held stays held. */
const onlyOne = (plan: Plan, key: string): Plan => ({ ...plan, changes: plan.changes.filter((change) => change.key === key) });
