import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crockfordAlphabet } from '../kernel/crockford.ts';
import { makeSecret, makeTicket, parseSecret, parseTicket } from './ticket.ts';

const bytes = (count: number) => fc.uint8Array({ minLength: count, maxLength: count });
const tickets = bytes(8).map((random) => makeTicket(() => random));

describe('a ticket', () => {
  test('has eight characters and a check character, in groups', () => {
    fc.assert(
      fc.property(tickets, (ticket) => {
        expect(ticket).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
        expect(parseTicket(ticket)).toEqual({ ok: true, value: ticket });
      }),
    );
  });

  test('is read in lower case, without dashes, with blanks, and with O, I and L for 0 and 1', () => {
    const ticket = makeTicket(() => Uint8Array.from([0, 1, 10, 11, 12, 13, 14, 15]));
    expect(ticket.startsWith('01AB-CDEF-')).toBe(true);
    const check = ticket.at(-1) ?? '';
    for (const typed of [`01abcdef${check}`, ` OIab – cdef ${check}`, `olAB.CDEF.${check.toLowerCase()}`]) {
      expect(parseTicket(typed)).toEqual({ ok: true, value: ticket });
    }
  });

  test('notices every wrong character', () => {
    fc.assert(
      fc.property(tickets, fc.nat(8), fc.integer({ min: 1, max: 31 }), (ticket, place, shift) => {
        const characters = [...ticket.replaceAll('-', '')];
        const digit = crockfordAlphabet.indexOf(characters[place] ?? '');
        characters[place] = crockfordAlphabet.charAt((digit + shift) % 32);
        expect(parseTicket(characters.join(''))).toEqual({ ok: false, error: { code: 'ticket-malformed' } });
      }),
    );
  });

  test('notices any two characters changing places', () => {
    fc.assert(
      fc.property(tickets, fc.nat(8), fc.nat(8), (ticket, a, b) => {
        const characters = [...ticket.replaceAll('-', '')];
        fc.pre(characters[a] !== characters[b]);
        [characters[a], characters[b]] = [characters[b] ?? '', characters[a] ?? ''];
        expect(parseTicket(characters.join('')).ok).toBe(false);
      }),
    );
  });

  test.each(['', '0', '0000-0000-00', '0000-0000', 'UUUU-UUUU-U', '../../etc/x', '🙂🙂🙂🙂🙂🙂🙂🙂🙂'])(
    'refuses "%s"',
    (typed) => {
      expect(parseTicket(typed).ok).toBe(false);
    },
  );

  test('any character is as likely as any other', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const drawn = Array.from({ length: 32 }, (_, at) => makeTicket(() => all.slice(at * 8, at * 8 + 8)));
    const counts = new Map<string, number>();
    for (const ticket of drawn)
      for (const character of ticket.slice(0, 9).replace('-', ''))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });
});

describe('a secret', () => {
  test('has ten characters in two groups and is read as people type it', () => {
    fc.assert(
      fc.property(bytes(10), (random) => {
        const secret = makeSecret(() => random);
        expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(parseSecret(` ${secret.toLowerCase().replace('-', ' ')} `)).toBe(secret);
      }),
    );
  });

  test.each(['', 'ABCDE', 'ABCDE-FGHJKM', 'ABCDE-FGHJU'])('cannot be "%s"', (typed) => {
    expect(parseSecret(typed)).toBeUndefined();
  });
});
