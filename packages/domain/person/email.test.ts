import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseEmail } from './email.ts';

it('keeps an address, with its domain in lower case', () => {
  expect(parseEmail(' Warga.Uji+1@Contoh.ID ')).toEqual({ ok: true, value: 'Warga.Uji+1@contoh.id' });
});

it.each(['', 'warga', '@contoh.id', 'warga@contoh', 'warga uji@contoh.id', `${'a'.repeat(260)}@contoh.id`])(
  'refuses %j',
  (typed) => {
    expect(parseEmail(typed)).toEqual({ ok: false, error: 'email-malformed' });
  },
);

it('never throws and never takes long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void parseEmail(typed)));
  // The time of the processor, in microseconds: another program's work is no fault of this one.
  const started = process.cpuUsage();
  parseEmail(`${'a.'.repeat(10_000)}@${'a-'.repeat(10_000)}!`);
  expect(process.cpuUsage(started).user).toBeLessThan(200_000);
});
