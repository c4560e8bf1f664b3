// The national library: adopted, changed, and later compared with what became of the template.
import { StandardId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAdoptTemplate } from './adopt-template.ts';
import { makeCompareVersions } from './compare-versions.ts';
import { makeGetTemplate } from './get-template.ts';
import { makeGetUpstream } from './get-upstream.ts';
import { makeGetVersion } from './get-version.ts';
import { makeListTemplates } from './list-templates.ts';
import { makeSaveDraft } from './save-draft.ts';
import { makeTakeUpstream } from './take-upstream.ts';

const template = 'kota-probolinggo-ultpk';
const id = StandardId.parse('bantuan-kita');
const summary = 'Ringkasan dari contoh yang baru.';

const within = (standard: Standard, amount: number): Standard => ({
  ...standard,
  process: {
    ...standard.process,
    deadlines: standard.process.deadlines.map((deadline) =>
      deadline.id === 'pendalungan-promise'
        ? { ...deadline, duration: { amount, unit: 'working_day' as const } }
        : deadline,
    ),
  },
});

const open = async () => {
  const { ports, staff } = await ultpkScene();
  const member = staff.manager;
  let upstream: Standard = ultpk;
  const library = async () => [{ id: template, title: 'ULTPK', sentence: 'Contoh.', standard: upstream }];
  const own = { member, standard: id };
  const adopt = (standardId: StandardId | undefined = id) =>
    makeAdoptTemplate(ports, library)({ member, template, standardId });
  return {
    ports,
    staff,
    member,
    library,
    adopt,
    release: (next: Standard) => {
      upstream = next;
    },
    save: async (document: Standard, expectedHash: string) =>
      valueIn(await makeSaveDraft(ports)({ member, document, expectedHash })),
    upstream: async () => valueIn(await makeGetUpstream(ports, library)(own)),
    take: (take: readonly string[] | 'all', hash: string, leave?: readonly string[]) =>
      makeTakeUpstream(ports, library)({ ...own, take, hash, leave }),
  };
};

describe('a template', () => {
  it('is listed with whether its id is free, and read before it is adopted', async () => {
    const { ports, member, library } = await open();
    const [listed] = valueIn(await makeListTemplates(ports, library)({ member }));
    expect(listed).toMatchObject({ id: template, standardId: 'ultpk', free: false });
    expect(valueIn(await makeGetTemplate(library)({ member, template })).standard).toEqual(ultpk);
    expect(await makeGetTemplate(library)({ member, template: 'lain' })).toMatchObject({
      error: { code: 'template-not-found' },
    });
  });

  it('becomes a draft of the own agency that says where it comes from, with nothing confirmed', async () => {
    const { adopt, ports, member } = await open();
    const { version, unconfirmed } = valueIn(await adopt());
    expect(version).toMatchObject({
      state: 'draft',
      version: 1,
      standard: { id, agency: member.agency, decree: null },
      adopted: { template, by: { id: member.id } },
    });
    expect(unconfirmed).toHaveLength(ultpk.readings.length);
    expect(await ports.standards.find(id, 1)).toEqual(version);
  });

  it('does not replace a standard that is there', async () => {
    const { adopt } = await open();
    const refused = { error: { code: 'standard-exists' } };
    expect(await adopt(ultpk.id)).toMatchObject(refused);
    valueIn(await adopt());
    expect(await adopt()).toMatchObject(refused);
  });

  it('is remembered by later drafts', async () => {
    const { adopt, save, ports, member } = await open();
    const { version } = valueIn(await adopt());
    const { version: saved } = await save({ ...version.standard, summary: 'Punya kami.' }, version.hash);
    const own = { member, standard: id, version: saved.version };
    expect(valueIn(await makeGetVersion(ports)(own)).version.adopted).toEqual(version.adopted);
  });
});

describe('a template that changed since', () => {
  it('is told element by element, with what we changed ourselves', async () => {
    const { adopt, save, release, upstream } = await open();
    const { version } = valueIn(await adopt());
    expect((await upstream()).changes).toEqual([]);
    await save({ ...version.standard, summary: 'Punya kami.', title: 'Judul kami' }, version.hash);
    release({ ...within(ultpk, 2), summary });
    const { changes } = await upstream();
    expect(changes.map(({ element }) => element)).toEqual([
      'summary',
      'process/deadlines/pendalungan-promise',
    ]);
    expect(changes.map(({ ours }) => ours.length)).toEqual([1, 0]);
    expect(changes[1]?.upstream[0]?.words).toContain('menjadi 2 hari kerja');
  });

  it('gives single elements, and what was taken or left is not shown again', async () => {
    const { adopt, release, upstream, take } = await open();
    valueIn(await adopt());
    release({ ...within(ultpk, 2), summary });
    const seen = await upstream();
    const element = 'process/deadlines/pendalungan-promise';
    const taken = valueIn(await take([element], seen.hash)).version;
    expect(taken.standard).toMatchObject({ id, summary: ultpk.summary });
    expect((await upstream()).changes.map((change) => change.element)).toEqual(['summary']);
    const left = valueIn(await take([], taken.hash, ['summary'])).version;
    expect(left).toEqual(taken);
    expect((await upstream()).changes).toEqual([]);
  });

  it('gives everything at once and leaves the agency its own', async () => {
    const { adopt, release, upstream, take, member } = await open();
    const { hash } = valueIn(await adopt()).version;
    const next = { ...within(ultpk, 2), summary, agency: ultpk.agency };
    release(next);
    const { standard } = valueIn(await take('all', hash)).version;
    expect(standard).toEqual({ ...next, id, agency: member.agency, decree: null });
    expect((await upstream()).changes).toEqual([]);
  });

  it('gives nothing into a text that was changed meanwhile, nor to another agency', async () => {
    const { adopt, staff, ports, library, take } = await open();
    valueIn(await adopt());
    expect(await take('all', 'lain')).toMatchObject({ error: { code: 'draft-changed' } });
    const member = { ...staff.elsewhere, roles: ['serviceManager'] };
    expect(await makeGetUpstream(ports, library)({ member, standard: id })).toMatchObject({
      error: { code: 'standard-not-found' },
    });
    const own = { member: staff.manager, standard: ultpk.id };
    expect(await makeGetUpstream(ports, library)(own)).toMatchObject({ error: { code: 'not-adopted' } });
  });
});

describe('a draft beside the version in force', () => {
  it('tells what it changes, in words', async () => {
    const { ports, member } = await open();
    const { version } = valueIn(await makeSaveDraft(ports)({ member, document: within(ultpk, 2) }));
    const compare = makeCompareVersions(ports);
    const own = { member, standard: ultpk.id };
    const compared = valueIn(await compare({ ...own, version: version.version }));
    expect(compared.against).toBe(1);
    expect(compared.differences.map(({ words }) => words).join()).toContain('menjadi 2 hari kerja');
    expect(valueIn(await compare({ ...own, version: 1 }))).toEqual({ differences: [] });
  });
});
