import { testPerson } from '@layan/testing/builders/people';
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetFiling } from './get-filing.ts';
import { makeSaveFilingPage } from './save-filing-page.ts';
import { makeStartFiling } from './start-filing.ts';
import { makeSubmitFiling } from './submit-filing.ts';

const page = (n: number, name: string) => answersOf(n)[name] ?? {};

describe('a page that is saved', () => {
  it('leads to the next page with questions, then to the scans, then to the summary', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const save = makeSaveFilingPage(scene.ports);
    const stops: string[] = [];
    for (const [name, raw] of Object.entries(answersOf(1))) {
      const { next } = valueIn(await save({ session, page: name, raw }));
      stops.push(
        next.kind === 'page' ? next.page : next.kind === 'requirement' ? next.requirement : next.kind,
      );
    }
    expect(stops).toEqual(['head', 'family-card', 'address', 'contact', 'help', 'head-id-card']);
  });

  it('shows a wrong answer again as it was typed, and keeps the right ones beside it', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const raw = { ...page(1, 'head'), nik: '3574 01 kurang' };
    await scene.fill(session, { applicant: { ...page(1, 'applicant'), relationToHead: 'child' } });
    const saved = valueIn(await makeSaveFilingPage(scene.ports)({ session, page: 'head', raw }));
    expect(saved.problems).toMatchObject([{ fact: 'nik', severity: 'error', code: 'nik-letters' }]);
    expect(saved.next).toEqual({ kind: 'page', page: 'head' });
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    const fields = view.pages.find(({ id }) => id === 'head')?.fields ?? [];
    expect(fields.find(({ fact }) => fact === 'nik')).toMatchObject({ entered: '3574 01 kurang', text: '' });
    expect(fields.find(({ fact }) => fact === 'headName')?.entered).toBe(testPerson(1).name);
  });

  it('forgets the wrong answer once it is right', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const save = makeSaveFilingPage(scene.ports);
    await save({ session, page: 'head', raw: { ...page(1, 'head'), nik: 'salah' } });
    await save({ session, page: 'head', raw: page(1, 'head') });
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    const nik = view.pages.flatMap(({ fields }) => fields).find(({ fact }) => fact === 'nik');
    expect(nik).toMatchObject({ entered: testPerson(1).nik, problems: [] });
    expect(scene.memory.table.filings.values().next().value?.filing.unread).toEqual({});
  });

  it('forgets an answer that was emptied', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const save = makeSaveFilingPage(scene.ports);
    await save({ session, page: 'contact', raw: page(1, 'contact') });
    await save({ session, page: 'contact', raw: { phone: '  ' } });
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    expect(view.pages.flatMap(({ fields }) => fields).find(({ fact }) => fact === 'phone')?.entered).toBe('');
    expect(scene.memory.table.filings.values().next().value?.filing.facts).toEqual({});
  });

  it('loses nothing when all pages are saved at the same moment', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const save = makeSaveFilingPage(scene.ports);
    const names = ['applicant', 'head', 'address', 'contact'];
    const saved = await Promise.all(names.map((name) => save({ session, page: name, raw: page(1, name) })));
    expect(saved.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    const done = view.pages.filter((one) => one.done).map(({ id }) => id);
    expect(done).toEqual(expect.arrayContaining(names));
  });

  it('reads nothing but its own questions', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const raw = { ...page(1, 'contact'), means: 'withMeans', __proto__: 'x', nik: testPerson(2).nik };
    valueIn(await makeSaveFilingPage(scene.ports)({ session, page: 'contact', raw }));
    const [kept] = scene.memory.table.filings.values();
    expect(Object.keys(kept?.filing.facts ?? {})).toEqual(['phone']);
  });

  it('is refused after the filing was sent, and for pages that are not there', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const save = makeSaveFilingPage(scene.ports);
    expect(await save({ session, page: 'gaji', raw: {} })).toMatchObject({
      error: { code: 'page-not-found' },
    });
    valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(await save({ session, page: 'help', raw: {} })).toMatchObject({
      error: { code: 'filing-already-sent' },
    });
    expect(await save({ session: 'tidak-ada', page: 'help', raw: {} })).toMatchObject({
      error: { code: 'filing-not-found' },
    });
  });
});

describe('a filing that is started', () => {
  it('is continued by a browser that holds its session, at the first page not done', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    await scene.fill(session, { applicant: page(1, 'applicant') });
    const again = valueIn(
      await makeStartFiling(scene.ports)({ service: scene.version.standard.id, session }),
    );
    expect(again).toMatchObject({ session, resumed: true, next: { kind: 'page', page: 'head' } });
    expect(scene.memory.table.filings.size).toBe(1);
  });

  it('begins anew for another person at the same phone, after it was sent, and for a foreign session', async () => {
    const scene = await ultpkScene();
    const service = scene.version.standard.id;
    const start = makeStartFiling(scene.ports);
    const session = await scene.ready(1);
    expect(valueIn(await start({ service, session, startOver: true })).resumed).toBe(false);
    expect(valueIn(await start({ service, session: `${session}x` })).resumed).toBe(false);
    valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(valueIn(await start({ service, session })).session).not.toBe(session);
  });

  it('keeps its session nowhere', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    const kept = JSON.stringify([...scene.memory.table.filings.values()]);
    expect(kept).not.toContain(session.split('.')[1] ?? '-');
  });
});
