// First two digits of region codes in use since 2022 (38 provinces), and those of the provinces that NIKs may still carry.
// Source: Kepmendagri 300.2.2-2138/2025; 54 was East Timor.

const ranges: readonly (readonly [number, number])[] = [
  [11, 19],
  [21, 21],
  [31, 36],
  [51, 54],
  [61, 65],
  [71, 76],
  [81, 82],
  [91, 96],
];

export const isProvince = (code: string): boolean =>
  /^\d{2}$/.test(code) && ranges.some(([from, to]) => Number(code) >= from && Number(code) <= to);
