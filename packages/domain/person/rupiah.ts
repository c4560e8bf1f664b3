// Amounts of money as people write them; kept as whole rupiah.
import { err, ok, type Result } from '../kernel/result.ts';

/** Reads `1250000`, `1.250.000`, `Rp1.250.000`, `Rp. 1.250.000,-` and `Rp 1.250.000,00`. Never less than nothing. */
export const parseRupiah = (typed: string): Result<number, 'rupiah-malformed'> => {
  const amount = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^rp\.?/i, '')
    .replace(/,(00|-|–)$/, '');
  // "1.500" is fifteen hundred; "1.5" is not one and a half of anything that is paid.
  const digits = /^\d{1,3}(\.\d{3})+$/.test(amount) ? amount.replaceAll('.', '') : amount;
  return /^\d{1,12}$/.test(digits) ? ok(Number(digits)) : err('rupiah-malformed');
};

/** "Rp750.000". */
export const showRupiah = (amount: number): string => `Rp${amount.toLocaleString('id-ID')}`;
