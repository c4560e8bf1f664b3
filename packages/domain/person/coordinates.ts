// A place on the map as a phone or a person gives it; kept as `latitude,longitude` in degrees.
import { err, ok, type Result } from '../kernel/result.ts';

/** Indonesia with its sea. Whoever swaps the two numbers falls out of it. */
const bounds = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 };

/** A tenth of a metre; more digits say nothing. */
const short = (degrees: number): string => String(Number(degrees.toFixed(6)) + 0);

const partsOf = (text: string): readonly string[] => {
  // Parted by a blank or semicolon, commas are decimal; otherwise the comma parts.
  const parts = text.split(/\s*[;]\s*|\s*,\s+|\s+,?/);
  return parts.length === 1 ? text.split(',') : parts.map((part) => part.replace(',', '.'));
};

/** Reads `-7.7543, 113.2159`, `-7.7543,113.2159` and `-7,7543; 113,2159`. */
export const parseCoordinates = (typed: string): Result<string, 'geo-malformed' | 'geo-elsewhere'> => {
  const parts = partsOf(typed.normalize('NFKC').replaceAll('−', '-').trim());
  const [latitude, longitude] = parts.map((part) =>
    /^-?\d{1,3}(\.\d{1,15})?$/.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length !== 2 || latitude === undefined || longitude === undefined) return err('geo-malformed');
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) return err('geo-malformed');
  const { south, north, west, east } = bounds;
  const inside = latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  return inside ? ok(`${short(latitude)},${short(longitude)}`) : err('geo-elsewhere');
};

/** "Garis lintang -7,7543; garis bujur 113,2159". */
export const showCoordinates = (kept: string): string => {
  const [latitude = '', longitude = ''] = kept.split(',').map((degrees) => degrees.replace('.', ','));
  return `Garis lintang ${latitude}; garis bujur ${longitude}`;
};
