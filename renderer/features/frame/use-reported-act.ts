import { useEffect } from 'react';
import type { Channel, Input, Output } from '../../../shared/ipc/contract.ts';
import type { CycleResult } from '../../../shared/model/updates.ts';
import type { Act } from '../../api/index.ts';
import { outcomeOfCycle, showFailure, showOutcome } from './outcome.ts';

const isCycle = (value: unknown): value is CycleResult => typeof value === 'object' && value !== null && 'updates_count' in value;

/** An act whose result or failure is told in the outcome bar: for controls that have no room of their own for it. */
export function useReportedAct<C extends Channel>(act: Act<C>): (input: Input<C>) => void {
  const { error, run } = act;
  useEffect(() => {
    if (error !== null) showFailure(error);
  }, [error]);
  const report = async (input: Input<C>): Promise<void> => {
    const value: Output<C> | null = await run(input);
    if (isCycle(value)) showOutcome(outcomeOfCycle(value));
  };
  return (input) => void report(input);
}
