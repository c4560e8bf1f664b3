// Citizens for tests: fictitious names, and numbers from the range that no real person has (sequence 9001–9999).

export interface Identity {
  readonly name: string;
  readonly nik: string;
  readonly familyCardNumber: string;
  /** Where they get mail, if they say so. */
  readonly email?: string;
}

const sequence = (n: number): string => String(9001 + (n % 999));

/** A woman of Kademangan, born 5 May 1990, whose family card is from 2010. */
export const identity = (n: number): Identity => ({
  name: `Warga Uji ${n}`,
  nik: `357401450590${sequence(n)}`,
  familyCardNumber: `357401050510${sequence(n)}`,
});
