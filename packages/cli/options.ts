// What may stand on the command line: operands and options, those that every command has among them.

export interface OptionRule {
  /** Name of its value in the help; absent for switches. */
  readonly value?: string;
  readonly short?: string;
  readonly many?: true;
  /** Needs no operands. */
  readonly alone?: true;
  readonly help: string;
}

export interface CommandLine {
  readonly name: string;
  /** "check FILE" */
  readonly usage: string;
  readonly operands: { readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, OptionRule>>;
}

export const tenantOption: OptionRule = {
  value: 'TENANT.json',
  help: 'zona waktu, jam buka, hari libur, dan petugas daerah; tanpa ini: WIB, jam kantor Perpres 21/2023',
};

/** Every command has these. */
export const commonOptions: Readonly<Record<string, OptionRule>> = {
  json: { help: 'jawaban sebagai JSON; bentuknya: layan schema NAMA-PERINTAH' },
  help: { short: 'h', alone: true, help: 'bantuan ini' },
};
