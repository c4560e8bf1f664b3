import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetSlip } from './get-slip.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { file, clock, toSurvey } = scene;
  /** Registered and waiting for the survey. */
  const waiting = async (n: number) => {
    const receipt = await file(n);
    clock.advance(60_000);
    await toSurvey(receipt.caseId);
    return receipt;
  };
  return { ...scene, waiting, slip: makeGetSlip(scene.ports) };
};

describe('the slip of the survey queue', () => {
  it('tells ticket, place in the queue as of now, promise, and what to lay ready', async () => {
    const { waiting, slip, staff } = await open();
    await waiting(1);
    const second = await waiting(2);
    const told = valueIn(await slip({ member: staff.backOffice, caseId: second.caseId }));
    expect(told).toMatchObject({
      ticket: second.ticket,
      step: 'Survei keluarga di rumah',
      village: { area: expect.stringMatching(/^Kelurahan /), position: 2, waiting: 2 },
      district: { area: expect.stringMatching(/^Kecamatan /), position: 2, waiting: 2 },
      asOf: 'Rabu, 4 Februari 2026, 09.02 WIB',
      bring: ['KTP kepala keluarga', 'Kartu keluarga'],
    });
    expect(told.promises.map(({ due }) => due)).toEqual([expect.stringContaining('Februari 2026')]);
    expect(JSON.stringify(told)).not.toMatch(/\d{16}/);
  });

  it('moves up when somebody before it is done', async () => {
    const { waiting, slip, staff, complete } = await open();
    const first = await waiting(1);
    const second = await waiting(2);
    valueIn(
      await complete(staff.facilitator, first.caseId, 'field-survey', 'declined', {
        raw: { visitDate: '2026-02-04', visitOutcome: 'declined' },
      }),
    );
    const told = valueIn(await slip({ member: staff.backOffice, caseId: second.caseId }));
    expect(told.village).toMatchObject({ position: 1, waiting: 1 });
  });

  it('is not there before the survey waits', async () => {
    const { file, slip, staff } = await open();
    const { caseId } = await file(1);
    expect(await slip({ member: staff.frontOffice, caseId })).toEqual({
      ok: false,
      error: { code: 'not-in-queue' },
    });
  });
});
