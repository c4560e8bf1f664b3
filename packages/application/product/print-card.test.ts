import { verifyCard } from '@layan/domain/product/verify-card';
import { cardIdOf } from '@layan/testing/builders/a-card';
import { aMember, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, OTHER_AGENCY } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { cardProduct, cardScene } from '@layan/testing/scenes/card-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { CardArtwork, CardLayout } from '../ports/printing.ts';
import type { Membership } from '../ports/staff.ts';
import { makeGetSigningKeys } from './get-signing-keys.ts';
import { makePrintCard } from './print-card.ts';

const origin = 'https://kota-contoh.layan.example';
const clerk = aMember(1);

async function press(product = cardProduct) {
  const scene = await cardScene(product);
  const drawn: { artwork: CardArtwork; layout: CardLayout }[] = [];
  const kept: string[] = [];
  const ports = {
    ...scene.tenant,
    clock: scene.clock,
    origin,
    printing: {
      drawCard: async (artwork: CardArtwork, layout: CardLayout) => {
        drawn.push({ artwork, layout });
        return new Uint8Array([37]);
      },
      keep: async ({ fileName }: { fileName: string }) => {
        kept.push(fileName);
        return `https://prints.example/${kept.length}`;
      },
    },
  };
  const print = (n: number, member: Membership = clerk, layout: CardLayout = 'card') =>
    makePrintCard(ports)({ member, productId: cardIdOf(n), layout });
  return { ...scene, ports, print, drawn, kept };
}

describe('a card that is printed', () => {
  it('says what its standard wants said, in words, with the last digits of identifiers', async () => {
    const { issue, print, drawn } = await press();
    await issue(1, 'active', { validUntil: '2027-02-04T02:00:00.000Z' });
    valueIn(await print(1, clerk, 'f4'));
    const { name, nik } = testPerson(1);
    expect(drawn[0]).toMatchObject({
      layout: 'f4',
      artwork: {
        governmentName: 'Pemerintah Kota Contoh',
        agencyName: 'Dinas Uji',
        productLabel: 'Kartu Uji',
        holderName: name,
        lines: [
          { label: 'NIK', value: `berakhir dengan ${nik.slice(-4)}` },
          { label: 'Jumlah anggota keluarga', value: '4' },
        ],
        issued: 'Rabu, 4 Februari 2026',
        validUntil: 'Kamis, 4 Februari 2027',
        provisional: false,
        verifyAddress: 'kota-contoh.layan.example',
        back: ['Tunjukkan kartu ini saat meminta layanan.'],
      },
    });
    expect(JSON.stringify(drawn)).not.toContain(nik);
  });

  it('carries a code that leads to its page and is signed by the tenant', async () => {
    const { ports, issue, print, drawn } = await press();
    await issue(7, 'provisional');
    valueIn(await print(7));
    const [address, code = ''] = drawn[0]?.artwork.qr.split('#') ?? [];
    expect(address).toBe(`${origin}/v/${cardIdOf(7)}`);
    expect(await verifyCard(code, await makeGetSigningKeys(ports)())).toMatchObject({
      ok: true,
      card: {
        iss: TENANT,
        jti: cardIdOf(7),
        sub: testPerson(7).name,
        prd: 'Kartu Uji',
        num: drawn[0]?.artwork.number,
        status: { list: 'dinas-uji.kartu-uji/2026', idx: 7 },
      },
    });
    expect(drawn[0]?.artwork.provisional).toBe(true);
  });

  it('is counted, and who printed it is known', async () => {
    const { ports, issue, print, drawn, kept } = await press();
    await issue(1);
    const first = valueIn(await print(1));
    const second = valueIn(await print(1));
    expect([first, second]).toEqual([
      { url: 'https://prints.example/1', copy: 1, kind: 'original' },
      { url: 'https://prints.example/2', copy: 2, kind: 'copy' },
    ]);
    expect(drawn.map(({ artwork }) => artwork.copy)).toEqual([1, 2]);
    expect(kept[0]).toMatch(/^[A-Za-z0-9-]+\.pdf$/);
    expect(await ports.unmaskings.list(caseIdOf(1))).toMatchObject([
      { by: clerk.id, fact: `product:${cardIdOf(1)}`, reason: 'Mencetak kartu' },
      { by: clerk.id },
    ]);
  });

  it('is never signed when it was only practised with, and says so', async () => {
    const { ports, issue, drawn } = await press();
    await issue(1);
    const practising = { ...ports, space: 'practice' as const };
    valueIn(await makePrintCard(practising)({ member: clerk, productId: cardIdOf(1), layout: 'card' }));
    const home = 'kota-contoh--latihan.layan.example';
    expect(drawn[0]?.artwork).toMatchObject({
      practice: true,
      qr: `https://${home}/v/${cardIdOf(1)}`,
      verifyAddress: home,
    });
  });
});

describe('a card that is not printed', () => {
  const notFound = { ok: false, error: { code: 'product-not-found' } };

  it.each(['suspended', 'revoked', 'expired', 'returned'] as const)('is %s', async (state) => {
    const { issue, print, drawn } = await press();
    await issue(1, state);
    expect(await print(1)).toEqual({ ok: false, error: { code: 'product-not-in-force', state } });
    expect(drawn).toEqual([]);
  });

  it('has run out, also before the clock has written so', async () => {
    const { clock, issue, print } = await press();
    await issue(1, 'active', { validUntil: '2026-02-04T03:00:00.000Z' });
    valueIn(await print(1));
    clock.advance(3_600_000);
    expect(await print(1)).toEqual({ ok: false, error: { code: 'product-not-in-force', state: 'expired' } });
  });

  it('is a letter, or has no design', async () => {
    const { card: _none, ...plain } = cardProduct;
    const { issue, print } = await press({ ...plain, kind: 'letter' });
    await issue(1);
    expect(await print(1)).toEqual({ ok: false, error: { code: 'product-not-printable' } });
  });

  it('has a holder whose name cannot be opened any more', async () => {
    const { issue, print } = await press();
    await issue(1, 'active', { facts: { applicantName: { sealed: 'v1.gone' } } });
    expect(await print(1)).toEqual({ ok: false, error: { code: 'value-unreadable' } });
  });

  it('is unknown, of another agency, or of a case the member has no part in: one answer', async () => {
    const { issue, print } = await press();
    await issue(1);
    const answers = await Promise.all([
      print(2),
      print(1, aMember(2, { agency: OTHER_AGENCY })),
      print(1, aMember(3, { roles: [] })),
      // Who only manages sees that there is a card, not whose.
      print(1, aMember(5, { roles: ['serviceManager'] })),
    ]);
    expect(answers).toEqual(Array(4).fill(notFound));
    valueIn(await print(1));
  });

  it('is asked for by somebody who left', async () => {
    const { issue, print } = await press();
    await issue(1);
    expect(await print(1, aMember(1, { state: 'deactivated' }))).toMatchObject({
      error: { code: 'member-deactivated' },
    });
  });
});
