// Standards are the matter of the agency's manager; another agency's answer like unknown ones.
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeAdoptTemplate } from './adopt-template.ts';
import { makeApproveStandard } from './approve-standard.ts';
import { makeCheckDraft } from './check-draft.ts';
import { makeCompareVersions } from './compare-versions.ts';
import { makeConfirmReading } from './confirm-reading.ts';
import { makeConsultStandard } from './consult-standard.ts';
import { makeGetDocumentSource } from './get-document-source.ts';
import { makeGetTemplate } from './get-template.ts';
import { makeGetUpstream } from './get-upstream.ts';
import { makeGetVersion } from './get-version.ts';
import { makeListRunningCases } from './list-running-cases.ts';
import { makeListStandards } from './list-standards.ts';
import { makeListTemplates } from './list-templates.ts';
import { makeMoveRunningCases } from './move-running-cases.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeRecordMinutes } from './record-minutes.ts';
import { makeReturnToDraft } from './return-to-draft.ts';
import { makeSaveDraft } from './save-draft.ts';
import { makeScheduleStandard } from './schedule-standard.ts';
import { makeTakeUpstream } from './take-upstream.ts';
import { makeWithdrawStandard } from './withdraw-standard.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const own = { standard: ultpk.id, version: 1 };
  const seen = { ...own, hash: scene.version.hash };
  const library = async () => [];
  const reading = ultpk.readings[0]?.id ?? '';
  return {
    scene,
    'get-version': (member: Membership) => makeGetVersion(ports)({ member, ...own }),
    'get-document': (member: Membership) => makeGetDocumentSource(ports)({ member, ...own }),
    'save-draft': (member: Membership) => makeSaveDraft(ports)({ member, document: ultpk }),
    'check-draft': (member: Membership) => makeCheckDraft(ports)({ member, document: ultpk }),
    'confirm-reading': (member: Membership) => makeConfirmReading(ports)({ member, ...own, reading }),
    'publish-standard': (member: Membership) =>
      makePublishStandard(ports)({ member, ...own, hash: scene.version.hash }),
    'consult-standard': (member: Membership) =>
      makeConsultStandard(ports)({ member, ...seen, from: '2026-02-04', until: '2026-02-10' }),
    'record-minutes': (member: Membership) => makeRecordMinutes(ports)({ member, ...seen, note: 'Uji.' }),
    'approve-standard': (member: Membership) =>
      makeApproveStandard(ports)({ member, ...seen, number: '1/2026', enactedOn: '2026-02-01' }),
    'schedule-standard': (member: Membership) =>
      makeScheduleStandard(ports)({
        member,
        ...seen,
        publishOn: '2026-03-01',
        running: { decision: 'stay' },
      }),
    'return-to-draft': (member: Membership) => makeReturnToDraft(ports)({ member, ...seen, reason: 'Uji.' }),
    'withdraw-standard': (member: Membership) =>
      makeWithdrawStandard(ports)({ member, ...seen, reason: 'Uji.' }),
    'compare-versions': (member: Membership) => makeCompareVersions(ports)({ member, ...own }),
    'list-running-cases': (member: Membership) => makeListRunningCases(ports)({ member, standard: ultpk.id }),
    'move-running-cases': (member: Membership) =>
      makeMoveRunningCases(ports)({ member, standard: ultpk.id, reason: 'Uji.' }),
    'list-templates': (member: Membership) => makeListTemplates(ports, library)({ member }),
    'get-template': (member: Membership) => makeGetTemplate(library)({ member, template: 'contoh' }),
    'adopt-template': (member: Membership) =>
      makeAdoptTemplate(ports, library)({ member, template: 'contoh' }),
    'get-upstream': (member: Membership) => makeGetUpstream(ports, library)({ member, standard: ultpk.id }),
    'take-upstream': (member: Membership) =>
      makeTakeUpstream(ports, library)({ member, standard: ultpk.id, take: 'all', hash: '' }),
  };
};

const operations = [
  'get-version',
  'get-document',
  'save-draft',
  'check-draft',
  'confirm-reading',
  'publish-standard',
  'consult-standard',
  'record-minutes',
  'approve-standard',
  'schedule-standard',
  'return-to-draft',
  'withdraw-standard',
  'compare-versions',
  'list-running-cases',
  'move-running-cases',
  'list-templates',
  'get-template',
  'adopt-template',
  'get-upstream',
  'take-upstream',
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
  it.each([
    'get-version',
    'get-document',
    'confirm-reading',
    'publish-standard',
    'consult-standard',
    'record-minutes',
    'approve-standard',
    'schedule-standard',
    'return-to-draft',
    'withdraw-standard',
    'compare-versions',
    'list-running-cases',
    'move-running-cases',
    'get-upstream',
    'take-upstream',
  ] as const)('does not reach it by %s', async (name) => {
    const opened = await open();
    const stranger: Membership = { ...opened.scene.staff.elsewhere, roles: ['serviceManager'] };
    expect(await opened[name](stranger)).toEqual({ ok: false, error: { code: 'standard-not-found' } });
  });

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
