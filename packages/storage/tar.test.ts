import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { tarOf } from './tar.ts';

const bytes = new TextEncoder().encode('isi');
const listed = (names: readonly string[]) => {
  const input = tarOf(names.map((name) => ({ name, bytes, at: 0 })));
  return execFileSync('tar', ['-tf', '-'], { input }).toString().trim().split('\n');
};

it('bundles what lies in a folder with a name of a hundred letters and more, as any tar reads it', () => {
  const names = [
    `letters/${'a'.repeat(26)}/${'0'.repeat(64)}.pdf`,
    `accepted/${'b'.repeat(26)}/${'c'.repeat(26)}.jpg`,
    `${'d'.repeat(155)}/${'e'.repeat(100)}`,
    'f'.repeat(100),
  ];
  expect(listed(names)).toEqual(names);
});

it.each([`${'d'.repeat(156)}/e`, `d/${'e'.repeat(101)}`, 'f'.repeat(101)])(
  'refuses a name that fits nowhere',
  (name) => {
    expect(() => listed([name])).toThrow('too long');
  },
);
