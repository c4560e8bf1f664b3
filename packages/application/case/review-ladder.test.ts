import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetCase } from './get-case.ts';

const drafted = async () => {
  const { ports, staff, complete, standard, file } = await kupangScene();
  const { caseId } = await file(complaintOf(1));
  const unit = standard.process.facts.find(({ id }) => id === 'handlingUnit')?.options?.[0]?.value ?? '';
  const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
  const draft = async () =>
    valueIn(
      await complete(staff.officer, caseId, 'draft-answer', 'submit', { raw: { answerText: 'Sudah.' } }),
    );
  const ladders = async () => valueIn(await makeGetCase(ports)({ member: staff.agencyHead, caseId })).ladders;
  const before = await ladders();
  valueIn(await complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
  const assign = { raw: { handlingUnit: unit } };
  valueIn(await complete(staff.agencyHead, caseId, 'disposition', 'assign', assign));
  await draft();
  return { staff, caseId, complete, draft, ladders, before };
};
const states = (ladders: Awaited<ReturnType<Awaited<ReturnType<typeof drafted>>['ladders']>>) =>
  ladders.map(({ tiers }) => tiers.map(({ state }) => state).join(' '));

describe('the ladder of a review', () => {
  it('stands only while the draft is written or reviewed', async () => {
    const { before, ladders } = await drafted();
    expect(before).toEqual([]);
    expect(states(await ladders())).toEqual(['now ahead ahead ahead']);
  });

  it('names who has corrected the draft, and the tier it stands at', async () => {
    const { staff, caseId, complete, ladders } = await drafted();
    valueIn(await complete(staff.subdivisionHead, caseId, 'correct-subdivision', 'pass'));
    const [ladder] = await ladders();
    expect(ladder).toMatchObject({
      draft: 'draft-answer',
      tiers: [
        {
          verb: 'correct',
          state: 'done',
          by: expect.stringContaining('Petugas Uji 5'),
          when: expect.stringMatching(/2026/),
        },
        { state: 'now' },
        { state: 'ahead' },
        { verb: 'sign', state: 'ahead' },
      ],
      returns: [],
    });
  });

  it('begins anew when the draft came back, and keeps the notes with which it did', async () => {
    const { staff, caseId, complete, draft, ladders } = await drafted();
    const first = { note: 'Sebut tanggalnya.' };
    valueIn(await complete(staff.subdivisionHead, caseId, 'correct-subdivision', 'pass'));
    valueIn(await complete(staff.divisionHead, caseId, 'correct-division', 'return', first));
    const [returned] = await ladders();
    expect(returned?.returns).toEqual([
      {
        by: expect.stringContaining('Petugas Uji 6'),
        when: expect.stringMatching(/2026/),
        note: 'Sebut tanggalnya.',
      },
    ]);
    expect(states(await ladders())).toEqual(['ahead ahead ahead ahead']);
    await draft();
    expect(states(await ladders())).toEqual(['now ahead ahead ahead']);
    const note = 'Masih kurang.';
    valueIn(await complete(staff.subdivisionHead, caseId, 'correct-subdivision', 'return', { note }));
    const [again] = await ladders();
    expect(again?.returns.map(({ note }) => note)).toEqual(['Sebut tanggalnya.', 'Masih kurang.']);
  });
});
