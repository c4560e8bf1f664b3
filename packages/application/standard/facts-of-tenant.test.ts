// What the checker says of a draft where it is to run: with the hours, the people and the other services of the agency.
import { StandardId } from '@layan/domain/kernel/ids';
import type { Finding } from '@layan/domain/standard/finding';
import { pengaduan } from '@layan/standards/kota-probolinggo/pengaduan';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { publishedVersion, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeCheckDraft } from './check-draft.ts';
import { makeGetVersion } from './get-version.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeSaveDraft } from './save-draft.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports, staff } = scene;
  const member = staff.manager;
  const publish = async (standard: typeof pengaduan) => {
    const version = publishedVersion(standard);
    await ports.standards.saveDraft({ ...version, state: 'draft' });
    await ports.standards.publish(version, { before: { ...version, state: 'draft' } });
  };
  const seen = async () =>
    valueIn(await makeGetVersion(ports)({ member, standard: ultpk.id, version: 1 })).findings;
  return { ...scene, member, publish, seen };
};

const of = (findings: readonly Finding[], code: string) =>
  findings.filter((one) => one.code === code).map(({ place }) => place);

describe('a standard is looked at where it is to run', () => {
  it('by who holds its roles, today and not when it was looked at before', async () => {
    const { ports, staff, seen } = await open();
    const before = of(await seen(), 'role-unheld');
    const { backOffice } = staff;
    await ports.staff.save({ ...backOffice, state: 'deactivated', revision: 1 }, backOffice.revision);
    expect(of(await seen(), 'role-unheld')).toEqual(['process.roles.backOffice', ...before]);
    const held = { ...staff.elsewhere, roles: ['backOffice'], revision: 1 };
    await ports.staff.save(held, staff.elsewhere.revision);
    expect(of(await seen(), 'role-unheld')).toEqual(['process.roles.backOffice', ...before]);
  });

  it('by the services that the agency has published', async () => {
    const { publish, seen } = await open();
    expect(of(await seen(), 'complaints-service-missing')).toEqual(['complaints']);
    await publish(pengaduan);
    expect(of(await seen(), 'complaints-service-missing')).toEqual([]);
  });

  it('by its opening hours', async () => {
    const { ports, member } = await open();
    const minutes = ultpk.process.deadlines.map((deadline, at) =>
      at === 0
        ? {
            ...deadline,
            duration: { amount: 30, unit: 'hour' as const },
            basis: { cites: ['processingTime.1'] },
          }
        : deadline,
    );
    const hurried = { ...ultpk, process: { ...ultpk.process, deadlines: minutes } };
    const findings = valueIn(await makeCheckDraft(ports)({ member, document: hurried }));
    expect(findings.map(({ code }) => code)).toContain('promise-while-closed');
  });

  it('and does not publish what leans on a service that is for something else', async () => {
    const { ports, member, publish } = await open();
    const desk = StandardId.parse('loket-lain');
    await publish({ ...pengaduan, id: desk, kind: 'application' });
    const document = { ...ultpk, complaints: desk };
    const draft = valueIn(await makeSaveDraft(ports)({ member, document }));
    expect(of(draft.findings, 'complaints-service-unfit')).toEqual(['complaints']);
    const { version, hash } = draft.version;
    const answer = await makePublishStandard(ports)({ member, standard: ultpk.id, version, hash });
    const blockers = [{ code: 'errors', count: 1 }, { code: 'unconfirmed' }];
    expect(answer).toMatchObject({ error: { code: 'not-ready', blockers } });
  });
});
