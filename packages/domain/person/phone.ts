// Phone numbers as people write them (0812…, +62 812…, 62812…), kept in the international form `+62812…`.
import { err, ok, type Result } from '../kernel/result.ts';

/** Digits and a leading plus; brackets, blanks, dots and dashes are how people group them. */
const compact = (typed: string): string => typed.normalize('NFKC').replace(/[\s().\-–—]/g, '');

const international = (number: string): string | undefined => {
  if (number.startsWith('+')) return number;
  if (number.startsWith('00')) return `+${number.slice(2)}`;
  if (number.startsWith('0')) return `+62${number.slice(1)}`;
  if (number.startsWith('62')) return `+${number}`;
  return number.startsWith('8') ? `+62${number}` : undefined;
};

/** Indonesian numbers have eight to twelve digits after +62; foreign ones seven to fourteen after the plus. */
export const parsePhone = (typed: string): Result<string, 'phone-malformed'> => {
  const number = international(compact(typed))?.replace(/^\+620/, '+62');
  if (number === undefined) return err('phone-malformed');
  const domestic = /^\+62[1-9]\d{7,11}$/.test(number);
  const foreign = !number.startsWith('+62') && /^\+[1-9]\d{7,14}$/.test(number);
  return domestic || foreign ? ok(number) : err('phone-malformed');
};

/** As people read it: mobile numbers `0812-3456-7890`, land lines without grouping, foreign numbers international. */
export const showPhone = (phone: string): string => {
  if (!phone.startsWith('+62')) return phone;
  const national = `0${phone.slice(3)}`;
  if (!national.startsWith('08')) return national;
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)]
    .filter((part) => part !== '')
    .join('-');
};
