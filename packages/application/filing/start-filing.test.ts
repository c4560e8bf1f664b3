import { StandardId } from '@layan/domain/kernel/ids';
import { kupangScene } from '@layan/testing/scenes/kupang-scene';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeStartFiling } from './start-filing.ts';

it('asks what others may know before it asks for a name, where the service leaves that open', async () => {
  const { ports } = await kupangScene();
  const start = makeStartFiling(ports);
  const started = await start({ service: StandardId.parse('pengaduan') });
  expect(started).toMatchObject({ ok: true, value: { resumed: false, next: { kind: 'privacy' } } });
  if (!started.ok) return;
  const again = await start({ service: StandardId.parse('pengaduan'), session: started.value.session });
  expect(again).toMatchObject({ value: { resumed: true, next: { kind: 'privacy' } } });
});

it('begins with the first page where nobody may stay unnamed', async () => {
  const { ports } = await ultpkScene();
  const started = await makeStartFiling(ports)({ service: StandardId.parse('ultpk') });
  expect(started).toMatchObject({ value: { next: { kind: 'page', page: 'applicant' } } });
});
