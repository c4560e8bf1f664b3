// Standards are the matter of the agency's manager; another agency's answer like unknown ones.
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeCheckDraft } from './check-draft.ts';
import { makeConfirmReading } from './confirm-reading.ts';
import { makeGetVersion } from './get-version.ts';
import { makeListStandards } from './list-standards.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeSaveDraft } from './save-draft.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const own = { standard: ultpk.id, version: 1 };
  const reading = ultpk.readings[0]?.id ?? '';
  return {
    scene,
    'get-version': (member: Membership) => makeGetVersion(ports)({ member, ...own }),
    'save-draft': (member: Membership) => makeSaveDraft(ports)({ member, document: ultpk }),
    'check-draft': (member: Membership) => makeCheckDraft()({ member, document: ultpk }),
    'confirm-reading': (member: Membership) => makeConfirmReading(ports)({ member, ...own, reading }),
    'publish-standard': (member: Membership) =>
      makePublishStandard(ports)({ member, ...own, hash: scene.version.hash }),
  };
};

const operations = [
  'get-version',
  'save-draft',
  'check-draft',
  'confirm-reading',
  'publish-standard',
] as const;

it.each(operations)('%s is closed to everybody but an active manager', async (name) => {
  const opened = await open();
  const { frontOffice, divisionHead, manager } = opened.scene.staff;
  for (const member of [frontOffice, divisionHead]) {
    expect(await opened[name](member)).toMatchObject({
      error: { code: 'role-missing', role: 'serviceManager' },
    });
  }
  expect(await opened[name]({ ...manager, state: 'deactivated' })).toMatchObject({
    error: { code: 'member-deactivated' },
  });
});

describe('the manager of another agency', () => {
  it.each(['get-version', 'confirm-reading', 'publish-standard'] as const)(
    'does not reach it by %s',
    async (name) => {
      const opened = await open();
      const stranger: Membership = { ...opened.scene.staff.elsewhere, roles: ['serviceManager'] };
      expect(await opened[name](stranger)).toEqual({ ok: false, error: { code: 'standard-not-found' } });
    },
  );

  it('saves nothing in its name, nor a standard of their own under its id', async () => {
    const opened = await open();
    const stranger: Membership = { ...opened.scene.staff.elsewhere, roles: ['serviceManager'] };
    expect(await opened['save-draft'](stranger)).toEqual({ ok: false, error: { code: 'other-agency' } });
    const document = { ...ultpk, agency: 'dinas-lain' };
    const answer = await makeSaveDraft(opened.scene.ports)({ member: stranger, document });
    expect(answer).toEqual({ ok: false, error: { code: 'other-agency' } });
  });

  it('sees only their own in the list', async () => {
    const { scene } = await open();
    const listed = await makeListStandards(scene.ports)({ member: scene.staff.elsewhere });
    expect(listed).toEqual({ ok: true, value: [] });
  });
});
