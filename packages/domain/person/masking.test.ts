import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialsOf, isMaskable, maskIdentifier } from './masking.ts';

it('shows the last four digits of a NIK', () => {
  expect(maskIdentifier('3574010505909001')).toBe('••••••••••••9001');
});

it('shows nothing of what is short, not even its length', () => {
  expect(maskIdentifier('1234567')).toBe('••••');
  expect(maskIdentifier('')).toBe('••••');
});

it('never shows more than four characters, nor more than half', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d*$/), (value) => {
      const shown = maskIdentifier(value).replaceAll('•', '');
      expect(shown.length).toBeLessThanOrEqual(Math.min(4, Math.floor(value.length / 2)));
      expect(value.endsWith(shown)).toBe(true);
    }),
  );
});

it('shortens numbers only: half a name or address would tell too much or too little', () => {
  expect(isMaskable('nik')).toBe(true);
  expect(isMaskable('familyCardNumber')).toBe(true);
  expect(isMaskable('phone')).toBe(true);
  expect(isMaskable('text')).toBe(false);
  expect(isMaskable('email')).toBe(false);
});

it('shows of a name its initials, and of no word how long it is', () => {
  expect(initialsOf('Warga Uji Satu')).toBe('W••• U••• S•••');
  expect(initialsOf('  siti   b. ')).toBe('S••• B•••');
  expect(initialsOf('Uji')).toBe('U•••');
  expect(initialsOf('-')).toBe('');
});
