import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCoordinates, showCoordinates } from './coordinates.ts';

const read = (typed: string) => {
  const place = parseCoordinates(typed);
  return place.ok ? place.value : place.error;
};

describe('a place on the map', () => {
  it.each([
    ['-7.7543,113.2159', '-7.7543,113.2159'],
    ['-7.7543, 113.2159', '-7.7543,113.2159'],
    ['-7.7543 113.2159', '-7.7543,113.2159'],
    ['-7,7543; 113,2159', '-7.7543,113.2159'],
    ['-7,7543, 113,2159', '-7.7543,113.2159'],
    ['−7.75430000123 , 113.21590000', '-7.7543,113.2159'],
    ['-7,113', '-7,113'],
    ['5.55,95.32', '5.55,95.32'],
  ])('reads %j', (typed, kept) => {
    expect(read(typed)).toBe(kept);
  });

  it.each(['', 'di rumah', '-7.7543', '-7.7543,113.2159,12', '-7,7543', '-7..5,113.2', '1e1,113'])(
    'cannot read %j',
    (typed) => {
      expect(read(typed)).toBe('geo-malformed');
    },
  );

  it.each(['113.2159,-7.7543', '0,0', '52.37,4.89'])('refuses %j, which is not in Indonesia', (typed) => {
    expect(read(typed)).toBe('geo-elsewhere');
  });

  it('is shown with names and decimal commas', () => {
    expect(showCoordinates('-7.7543,113.2159')).toBe('Garis lintang -7,7543; garis bujur 113,2159');
  });

  it('read once is read the same again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -11.5, max: 6.5, noNaN: true }),
        fc.double({ min: 94.5, max: 141.5, noNaN: true }),
        (latitude, longitude) => {
          const kept = read(`${latitude.toFixed(9)}, ${longitude.toFixed(9)}`);
          expect(read(kept)).toBe(kept);
        },
      ),
    );
  });
});
