import { describe, expect, it } from 'vitest';
import { lacksOf } from './member-rules.ts';

const whole = { email: 'petugas@dinas-uji.example', name: 'Petugas Uji', roles: ['frontOffice'], areas: [] };
const lacking = (changes: Partial<typeof whole>, isNew = true) => [
  ...lacksOf({ ...whole, ...changes }, isNew).keys(),
];

describe('an invitation', () => {
  it('can go with an address, a name and a role; areas may stay empty', () => {
    expect(lacking({})).toEqual([]);
  });

  it.each(['', 'petugas', 'petugas@dinas', '@dinas.example', 'a b@dinas.example'])(
    'asks for a whole address instead of "%s"',
    (email) => {
      expect(lacking({ email })).toEqual(['email']);
    },
  );

  it('does not mind blanks around an address', () => {
    expect(lacking({ email: ' petugas@dinas-uji.example ' })).toEqual([]);
  });

  it('asks for a name and for a role, in the order of the form', () => {
    expect(lacking({ email: '', name: '  ', roles: [] })).toEqual(['email', 'name', 'roles']);
  });
});

it('does not ask for the address of a member who has one', () => {
  expect(lacking({ email: '' }, false)).toEqual([]);
});
