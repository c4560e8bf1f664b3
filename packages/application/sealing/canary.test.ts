// Personal data of a whole life of a case, looked for in everything that is stored.
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeGetCase } from '../case/get-case.ts';
import { makeSaveFilingPage } from '../filing/save-filing-page.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';

const sequence = fc.integer({ min: 9001, max: 9999 }).map(String);
const word = fc.stringMatching(/^[A-Z][a-z]{7,14}$/);

const canary = fc.record({
  nik: sequence.map((end) => `357401010190${end}`),
  familyCardNumber: sequence.map((end) => `357401010120${end}`),
  name: word.map((text) => `Warga Uji ${text}`),
  address: word.map((text) => `Gang Uji ${text}`),
  phone: sequence.map((end) => `0812 0000 ${end}`),
  story: word.map((text) => `Cerita uji ${text}`),
  wrong: word.map((text) => `3574 ${text}`),
  note: word.map((text) => `Catatan uji ${text}`),
});

/** Every way in which a value could lie about: as typed, without blanks, in parts. */
const traces = (value: string): readonly string[] => {
  const bare = value.replaceAll(' ', '');
  return [
    value,
    bare,
    bare.slice(-10),
    Buffer.from(value).toString('base64').slice(0, 12),
    encodeURIComponent(value),
  ];
};

const stored = (tables: object): string =>
  JSON.stringify(tables, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value));

it('never lies in clear in anything that is kept, from the first page to the last note', async () => {
  const property = fc.asyncProperty(canary, async (person) => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const save = async (page: string, raw: Readonly<Record<string, string>>) =>
      valueIn(
        await makeSaveFilingPage(scene.ports)({ session, page, raw: { ...answersOf(1)[page], ...raw } }),
      );
    await save('applicant', { applicantName: person.name });
    await save('head', { nik: person.wrong });
    const unfinished = stored(scene.memory.table);
    await save('head', { nik: person.nik });
    await save('family-card', { familyCardNumber: person.familyCardNumber });
    await save('address', { address: person.address });
    await save('contact', { phone: person.phone });
    await save('help', { helpNeeded: person.story });
    const { caseId, secret } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    const missing = { requirements: ['family-card'], facts: [] };
    const input = { note: person.note, missing, idempotencyKey: 'kunci' };
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'return', input));

    const everything = unfinished + stored(scene.memory.table);
    for (const value of [...Object.values(person), secret, session.split('.')[1] ?? '-']) {
      for (const trace of traces(value)) expect(everything).not.toContain(trace);
    }
    // The same search finds what is there: the case opened for its desk.
    const view = valueIn(await makeGetCase(scene.ports)({ member: scene.staff.frontOffice, caseId }));
    expect(stored(view)).toContain(person.name);
    expect(stored(view)).not.toContain(person.nik);
    expect(stored(view)).not.toContain(person.familyCardNumber);
  });
  await fc.assert(property, { numRuns: 15 });
});
