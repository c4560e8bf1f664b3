// People who do not exist: sequence numbers of NIK and family card from 9001, names that say so.
export interface TestPerson {
  readonly name: string;
  readonly nik: string;
  readonly familyCardNumber: string;
  readonly phone: string;
}

const REGION = '357401';
const NAMES = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan'] as const;

/** Person 1, 2, 3 … up to 999; born on 1 January 1990. */
export function testPerson(n: number): TestPerson {
  const sequence = String(9000 + n);
  const ordinal = NAMES[n - 1] ?? String(n);
  return {
    name: `Warga Uji ${ordinal}`,
    nik: `${REGION}010190${sequence}`,
    familyCardNumber: `${REGION}010120${sequence}`,
    phone: `0800000${sequence}`,
  };
}
