import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/locales/index.ts';
import { sentenceOf } from '../../../shared/model/sentence.ts';
import { SCENARIOS, type ScenarioName } from '../../support/fake-panel-main/scenarios.ts';

const said = (name: ScenarioName): string => {
  const { key, values } = sentenceOf(SCENARIOS[name]());
  return createTranslator('en')(key, values);
};

describe('the one sentence', () => {
  it('says that everything is proven good only when it is', () => {
    expect(said('good')).toBe('Everything proven good');
  });

  it('says "could not check" when the last look failed, never that all is good', () => {
    expect(said('could-not-check')).toBe('Could not check');
  });

  it('says "not checked yet" before the first look', () => {
    expect(said('empty')).toBe('Not checked yet');
  });

  it('names the newest harm instead of announcing one', () => {
    expect(said('problem')).toBe('The disk is full');
  });

  it('counts the decisions that wait', () => {
    expect(said('needs-you')).toBe('3 decisions need you');
    expect(said('brake')).toBe('1 decision needs you');
  });

  it('names a warning when nothing waits for a decision', () => {
    expect(said('warned')).toBe('An update failed its checks and was rolled back');
  });

  it('names the settings file when it alone needs a person', () => {
    expect(said('settings')).toBe('The settings file has an error');
  });
});
