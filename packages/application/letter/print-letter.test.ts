import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { aMember } from '@layan/testing/builders/a-tenant';
import { OTHER_AGENCY } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { type LetterFacts, letterDesk, letterId } from '@layan/testing/scenes/letter-desk';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makePrintLetter } from './print-letter.ts';

/** What the desk has kept as the drawn letter. */
const AS_DRAWN = Buffer.from('%PDF-1.7 unsigned');

async function press(facts: LetterFacts = {}, drawnNow: Uint8Array = AS_DRAWN) {
  const scene = await letterDesk(facts);
  const drawn: LetterArtwork[] = [];
  const kept: string[] = [];
  const ports = {
    ...scene.tenant,
    clock: scene.clock,
    origin: 'https://kota-contoh.layan.example',
    printing: {
      drawLetter: async (artwork: LetterArtwork) => {
        if (!artwork.mark) return drawnNow;
        drawn.push(artwork);
        return new Uint8Array([37]);
      },
      keep: async ({ fileName }: { fileName: string }) => {
        kept.push(fileName);
        return 'https://prints.example/1';
      },
    },
  };
  const print = (more: { marked?: boolean; member?: Membership; letterId?: string } = {}) =>
    makePrintLetter(ports)({ member: scene.clerk, caseId: scene.caseId, letterId, ...more });
  return { ...scene, ports, drawn, kept, print };
}

describe('a letter that was sealed', () => {
  it('is first given out as it was signed, later as a copy that says so, with the code it always had', async () => {
    const { print, drawn, kept, signed } = await press();
    const first = valueIn(await print());
    expect(first).toMatchObject({ copy: 1, kind: 'original' });
    expect(first.url).toContain(`/${signed.sha256}/400-9-0001-2026.pdf`);
    expect(drawn).toEqual([]);
    expect(valueIn(await print())).toEqual({ url: 'https://prints.example/1', copy: 2, kind: 'copy' });
    expect(drawn[0]).toMatchObject({
      mark: { kind: 'copy', number: 2 },
      number: '400.9/0001/2026',
      check: { qr: 'https://uji.example/v/x#a.b.c', address: 'kota-contoh.layan.example' },
    });
    expect(JSON.stringify(drawn[0]?.text)).toContain(testPerson(1).name);
    expect(kept).toEqual(['400-9-0001-2026-salinan-2.pdf']);
  });

  it('is noted with who printed it', async () => {
    const { print, tenant, caseId, clerk } = await press();
    await print();
    expect(await tenant.unmaskings.list(caseId)).toMatchObject([
      { by: clerk.id, fact: `product:${letterId}`, reason: 'Mencetak surat' },
    ]);
  });
});

describe('a letter that would be drawn otherwise today', () => {
  const otherwise = Buffer.from('%PDF-1.7 with the title that the head has today');

  it.each([
    ['seal', undefined],
    ['seal', true],
    ['certificate', true],
  ] as const)(
    'is given out as it was signed, never as a false copy (%s, marked: %s)',
    async (method, marked) => {
      const { print, drawn, kept, signed } = await press({ method }, otherwise);
      await print();
      const second = valueIn(await print({ ...(marked && { marked }) }));
      expect(second).toMatchObject({
        kind: 'original',
        copy: 2,
        url: expect.stringContaining(signed.sha256),
      });
      expect(drawn).toEqual([]);
      expect(kept).toEqual([]);
    },
  );
});

describe('a letter with a certificate', () => {
  it('is always the bytes that were signed, each counted; a marked copy only on request', async () => {
    const { print, drawn, signed } = await press({ method: 'certificate' });
    for (const copy of [1, 2]) {
      const printed = valueIn(await print());
      expect(printed).toMatchObject({ copy, kind: 'original' });
      expect(printed.url).toContain(signed.sha256);
    }
    expect(drawn).toEqual([]);
    expect(valueIn(await print({ marked: true }))).toMatchObject({ copy: 3, kind: 'copy' });
    expect(drawn[0]?.mark).toEqual({ kind: 'copy', number: 3 });
  });
});

describe('a letter for the pen', () => {
  it('goes out unsigned while it waits for its signature, and is not counted', async () => {
    const { print, prepared, tenant, caseId } = await press({ state: 'frozen', method: 'ink' });
    const printed = valueIn(await print());
    expect(printed).toEqual({ url: expect.stringContaining(prepared.sha256), kind: 'unsigned' });
    expect(await tenant.unmaskings.list(caseId)).toHaveLength(1);
  });

  it('is handed over as its scan afterwards', async () => {
    const { print, signed, drawn } = await press({ method: 'ink' });
    await print();
    const second = valueIn(await print({ marked: true }));
    expect(second).toMatchObject({ kind: 'original', copy: 2, url: expect.stringContaining(signed.sha256) });
    expect(drawn).toEqual([]);
  });
});

describe('a letter that is not given out', () => {
  it.each([
    ['frozen', 'seal'],
    ['frozen', 'certificate'],
    ['cancelled', 'seal'],
    ['revoked', 'seal'],
    ['suspended', 'ink'],
  ] as const)('is %s, to be signed by %s', async (state, method) => {
    const { print, drawn } = await press({ state, method });
    expect(await print()).toEqual({ ok: false, error: { code: 'product-not-in-force', state } });
    expect(drawn).toEqual([]);
  });

  it('is unknown, of another agency, or not drawn yet', async () => {
    const { print } = await press();
    expect(await print({ letterId: 'x' })).toEqual({ ok: false, error: { code: 'document-not-found' } });
    const member = aMember(2, { agency: OTHER_AGENCY });
    expect(await print({ member })).toEqual({ ok: false, error: { code: 'case-not-found' } });
    const early = await press({ state: 'frozen', method: 'ink', undrawn: true });
    expect(await early.print()).toMatchObject({ ok: false, error: { code: 'product-not-in-force' } });
  });
});
