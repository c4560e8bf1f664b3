import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  booleanSelector,
  loadConfig,
  NODE_REGION_CONFIG_OPTIONS,
  resolveDefaultsModeConfig,
  resolveRegionConfig,
} from './environment-config.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('the configuration of a bundled client', () => {
  it('is what the environment says', async () => {
    vi.stubEnv('AWS_REGION', 'ap-southeast-3');
    expect(await loadConfig(NODE_REGION_CONFIG_OPTIONS)()).toBe('ap-southeast-3');
  });

  it('is the default where the environment says nothing', async () => {
    expect(await loadConfig({ default: 4 })()).toBe(4);
    expect(await loadConfig({ default: async () => 'standard' })()).toBe('standard');
    expect(await loadConfig({ environmentVariableSelector: () => undefined })()).toBeUndefined();
  });

  it('never guesses a region', async () => {
    vi.stubEnv('AWS_REGION', undefined);
    await expect(loadConfig(NODE_REGION_CONFIG_OPTIONS)()).rejects.toThrow('AWS_REGION');
    expect(() => resolveRegionConfig({})).toThrow('region');
  });

  it('takes a region as such or as a promise of one', async () => {
    expect(await resolveRegionConfig({ region: 'ap-southeast-3' }).region()).toBe('ap-southeast-3');
    expect(await resolveRegionConfig({ region: async () => 'ap-southeast-3' }).region()).toBe(
      'ap-southeast-3',
    );
  });

  it('keeps the mode a client was given', async () => {
    expect(await resolveDefaultsModeConfig({ defaultsMode: 'standard' })()).toBe('standard');
  });

  it('reads a switch as true or false and nothing else', () => {
    expect([booleanSelector({ A: 'true' }, 'A'), booleanSelector({ A: 'false' }, 'A')]).toEqual([
      true,
      false,
    ]);
    expect(booleanSelector({}, 'A')).toBeUndefined();
    expect(() => booleanSelector({ A: 'yes' }, 'A')).toThrow('yes');
  });
});
