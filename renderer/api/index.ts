export { ApiError, asApiError, call, listen } from './bridge.ts';
export { connect, isGuarded, onOtherWorkspace, refresh, takeInfo, useGuardian } from './guardian-store.ts';
export { useAct, type Act } from './use-act.ts';
export { useQuery } from './use-query.ts';
